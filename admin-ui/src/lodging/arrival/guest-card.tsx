import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import FormControlLabel from '@mui/material/FormControlLabel'
import Radio from '@mui/material/Radio'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import type { GuestInBrief, Licence } from '../../api/records.ts'
import { useText } from '../../platform/i18n/use-text.ts'
import { blankGuest, type GuestDraft, type GuestField } from './arrival-draft.ts'
import { GuestFields } from './guest-fields.tsx'

type GuestCardProps = {
  guest: GuestDraft
  /** The first of the room, whose address the others mostly share. */
  first: GuestDraft | null
  number: number
  licence: Licence
  earlier: GuestInBrief[]
  problems: Partial<Record<GuestField, string>>
  representative: boolean
  autoFocus: boolean
  onChange: (guest: GuestDraft) => void
  onRepresent: () => void
  onRemove: (() => void) | null
}

/** One guest's line of the register: copied from the last stay, or written anew. */
export const GuestCard = (props: GuestCardProps) => {
  const { guest, first, number, earlier, representative, onChange, onRepresent, onRemove } = props
  const t = useText()
  const titleId = useId()
  const written = guest.copied !== null
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={{ border: 1, borderColor: 'divider', borderRadius: 2, p: { xs: 1.5, sm: 2 } }}
    >
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, mb: 1 }}>
        <Typography id={titleId} component="h3" sx={{ fontWeight: 700 }}>
          {t('arrival.guest', { n: number })}
        </Typography>
        <FormControlLabel
          control={<Radio checked={representative} onChange={onRepresent} size="small" />}
          label={t('arrival.representative')}
        />
        {onRemove ? (
          <Button size="small" color="error" onClick={onRemove} sx={{ ml: 'auto' }}>
            {t('arrival.remove')}
          </Button>
        ) : null}
      </Box>
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          gap: 1,
          mb: written ? 0 : 1.5,
          '&:empty': { display: 'none' },
        }}
      >
        {written
          ? null
          : earlier.map((entry) => (
              <Button
                key={entry.id}
                size="small"
                variant="outlined"
                onClick={() => onChange({ ...guest, copied: entry })}
                sx={{ textAlign: 'left' }}
              >
                {t('arrival.useLast', { name: entry.name ?? '', address: entry.addressHint ?? '' })}
              </Button>
            ))}
        {!written && first ? (
          <AddressOfFirst guest={guest} first={first} onChange={onChange} />
        ) : null}
      </Box>
      {guest.copied ? (
        <Copied
          entry={guest.copied}
          onRewrite={() => onChange(blankGuest(guest.copied?.name ?? ''))}
        />
      ) : (
        <GuestFields
          guest={guest}
          licence={props.licence}
          problems={props.problems}
          autoFocus={props.autoFocus}
          onChange={onChange}
        />
      )}
    </Box>
  )
}

type AddressOfFirstProps = {
  guest: GuestDraft
  first: GuestDraft
  onChange: (guest: GuestDraft) => void
}

/** The address travels by the house, not by this screen, where the first guest's was not typed here. */
const AddressOfFirst = ({ guest, first, onChange }: AddressOfFirstProps) => {
  const t = useText()
  const source = first.copied ?? first.addressOf
  if (guest.addressOf) {
    return (
      <Typography variant="body2" sx={{ alignSelf: 'center' }}>
        {t('arrival.sameAddress', { address: guest.addressOf.addressHint ?? '' })}{' '}
        <Button size="small" onClick={() => onChange({ ...guest, addressOf: null })}>
          {t('arrival.rewrite')}
        </Button>
      </Typography>
    )
  }
  const copy = () =>
    onChange({
      ...guest,
      addressOf: source,
      address: source ? '' : first.address,
      nationality: source ? source.nationality : first.nationality,
      livesInJapan: source ? (source.livesInJapan ?? true) : first.livesInJapan,
    })
  return (
    <Button size="small" onClick={copy} disabled={!source && first.address.trim() === ''}>
      {t('arrival.copyAddress')}
    </Button>
  )
}

const Copied = ({ entry, onRewrite }: { entry: GuestInBrief; onRewrite: () => void }) => {
  const t = useText()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Box sx={{ flex: '1 1 200px' }}>
        <Typography sx={{ fontWeight: 600 }}>{entry.name}</Typography>
        <Typography variant="body2" color="text.secondary">
          {[entry.addressHint, entry.passportHint].filter(Boolean).join(' · ')}
        </Typography>
        <Typography variant="caption" color="text.secondary">
          {t('arrival.copiedNote')}
        </Typography>
      </Box>
      <Button size="small" onClick={onRewrite}>
        {t('arrival.rewrite')}
      </Button>
    </Box>
  )
}
