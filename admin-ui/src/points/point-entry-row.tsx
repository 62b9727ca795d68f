import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import { LinkBase } from 'react-admin'
import type { PointEntry } from '../api/records.ts'
import { useFormats } from '../platform/formats/use-formats.ts'
import { useText } from '../platform/i18n/use-text.ts'
import { dye } from '../platform/themes/palette.ts'

export const PointEntryRow = ({ entry }: { entry: PointEntry }) => {
  const t = useText()
  const { moment, points, signedPoints } = useFormats()
  return (
    <Box
      component="li"
      sx={{
        display: 'grid',
        gridTemplateColumns: '1fr auto',
        columnGap: 2,
        py: 1,
        borderTop: `1px solid ${dye.line}`,
        '&:first-of-type': { borderTop: 0, pt: 0 },
      }}
    >
      <Typography variant="body2" sx={{ fontWeight: 600 }}>
        {t(`points.kinds.${entry.kind}`)}
        {entry.orderId && entry.orderNumber ? (
          <Link
            component={LinkBase}
            to={`/orders/${entry.orderId}/show`}
            sx={{ ml: 1, fontWeight: 400 }}
          >
            {entry.orderNumber}
          </Link>
        ) : null}
      </Typography>
      <Typography
        variant="body2"
        sx={{
          textAlign: 'right',
          fontWeight: 600,
          color: entry.amount > 0 ? dye.pine : 'text.primary',
        }}
      >
        {signedPoints(entry.amount)}
      </Typography>
      <Typography variant="caption" color="text.secondary">
        {moment(entry.at, 'full')}
      </Typography>
      <Typography variant="caption" color="text.secondary" sx={{ textAlign: 'right' }}>
        {`${t('points.balanceAfter')} ${points(entry.balanceAfter)}`}
      </Typography>
    </Box>
  )
}
