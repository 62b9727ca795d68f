import BookmarkAddOutlined from '@mui/icons-material/BookmarkAddOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import TextField from '@mui/material/TextField'
import { type FormEvent, useId, useState } from 'react'
import { useListContext, useSavedQueries } from 'react-admin'
import { useText } from '../platform/i18n/use-text.ts'

const NAME_MAX = 40
const SAVED_MAX = 12

/** Filters one uses every day, kept on this device under a name. */
export const OrderSavedFilters = () => {
  const t = useText()
  const { filterValues, setFilters, sort } = useListContext()
  const [saved, setSaved] = useSavedQueries('orders')
  const [naming, setNaming] = useState(false)
  const chosen = Object.values(filterValues).some((value) => value !== undefined && value !== '')
  const keep = (label: string) => {
    const one = { label, value: { filter: filterValues, sort } }
    setSaved([...saved.filter((other) => other.label !== label), one].slice(-SAVED_MAX))
    setNaming(false)
  }
  if (saved.length === 0 && !chosen) return null
  return (
    <Box
      role="group"
      aria-label={t('orderSearch.saved')}
      sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mb: 1 }}
    >
      {saved.map(({ label, value }) => (
        <Chip
          key={label}
          label={label}
          variant="outlined"
          onClick={() => setFilters(value.filter ?? {})}
          onDelete={() => setSaved(saved.filter((other) => other.label !== label))}
        />
      ))}
      {chosen ? (
        <Button size="small" startIcon={<BookmarkAddOutlined />} onClick={() => setNaming(true)}>
          {t('orderSearch.save')}
        </Button>
      ) : null}
      {naming ? <NameDialog onSave={keep} onClose={() => setNaming(false)} /> : null}
    </Box>
  )
}

type NameDialogProps = { onSave: (label: string) => void; onClose: () => void }

const NameDialog = ({ onSave, onClose }: NameDialogProps) => {
  const t = useText()
  const titleId = useId()
  const [name, setName] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) onSave(name.trim())
  }
  return (
    <Dialog open fullWidth maxWidth="xs" aria-labelledby={titleId} onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <DialogTitle id={titleId} component="h2">
          {t('orderSearch.save')}
        </DialogTitle>
        <DialogContent>
          <TextField
            autoFocus
            fullWidth
            margin="dense"
            label={t('orderSearch.name')}
            value={name}
            onChange={(event) => setName(event.target.value)}
            slotProps={{ htmlInput: { maxLength: NAME_MAX } }}
          />
        </DialogContent>
        <DialogActions sx={{ px: 3, pb: 2.5 }}>
          <Button onClick={onClose}>{t('actions.cancel')}</Button>
          <Button type="submit" variant="contained" disabled={!name.trim()}>
            {t('actions.save')}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
