import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import ArrivalIcon from '@mui/icons-material/LoginOutlined'
import DepartureIcon from '@mui/icons-material/LogoutOutlined'
import PeopleOutlined from '@mui/icons-material/PeopleOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import type { Board } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'

/** Who is still to come, who is still to go, how many are in the house. */
export const BoardMovements = ({ board }: { board: Board }) => {
  const t = useText()
  const { day } = useFormats()
  const inHouse = board.rooms.flatMap(({ stay }) => (stay?.status === 'in_house' ? [stay] : []))
  const arriving = board.rooms.filter(({ arrival }) => arrival !== null).length
  const leaving = inHouse.filter(({ checkOut }) => checkOut <= board.date).length
  const guests = inHouse.reduce((sum, stay) => sum + stay.guests, 0)

  return (
    <>
      {board.date !== board.businessDate ? (
        <Alert severity="info" sx={{ mb: 1.5 }}>
          {t('board.otherDay', { date: day(board.businessDate) })}
        </Alert>
      ) : null}
      <Box
        sx={{
          display: 'flex',
          flexWrap: 'wrap',
          columnGap: 2.5,
          rowGap: 0.5,
          mb: 1.5,
          color: 'text.secondary',
        }}
      >
        <Movement icon={ArrivalIcon} text={t('board.arrivalsLeft', { smart_count: arriving })} />
        <Movement icon={DepartureIcon} text={t('board.departuresLeft', { smart_count: leaving })} />
        <Movement icon={PeopleOutlined} text={t('board.staying', { smart_count: guests })} />
      </Box>
    </>
  )
}

const Movement = ({ icon: Icon, text }: { icon: SvgIconComponent; text: string }) => (
  <Box
    component="span"
    sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, fontSize: '0.875rem' }}
  >
    <Icon aria-hidden sx={{ fontSize: 18 }} />
    {text}
  </Box>
)
