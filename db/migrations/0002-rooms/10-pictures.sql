-- Pictures of rooms, and of what is wrong in them: small, few, and read with the same permission as the rest.
create table pictures (
  id uuid primary key,
  property_id uuid not null references properties,
  sha256 bytea not null check (length(sha256) = 32),
  width int not null check (width > 0),
  height int not null check (height > 0),
  bytes bytea not null check (length(bytes) between 1 and 10485760),
  thumbnail bytea not null check (length(thumbnail) between 1 and 1048576),
  created_at timestamptz not null
);
-- WebP cannot be pressed further.
alter table pictures alter column bytes set storage external;
alter table pictures alter column thumbnail set storage external;
