import TextField, { type TextFieldProps } from '@mui/material/TextField'

type DayFieldProps = Omit<TextFieldProps, 'onChange' | 'value' | 'type'> & {
  value: string
  min?: string
  onChange: (day: string) => void
}

/** A day as the browser's own calendar asks for it; the value stays `YYYY-MM-DD`. */
export const DayField = ({ value, min, onChange, ...field }: DayFieldProps) => (
  <TextField
    {...field}
    type="date"
    value={value}
    onChange={(event) => onChange(event.target.value)}
    slotProps={{ inputLabel: { shrink: true }, htmlInput: { ...(min && { min }) } }}
  />
)
