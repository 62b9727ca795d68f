grant select on order_summaries, cancellation_reasons, line_cancellations, kpi_sold_nights,
  kpi_arrivals, kpi_cancellations, kpi_decisions to choba_app;
grant insert on line_cancellations to choba_app;
select grant_own_functions();
