import Box from '@mui/material/Box'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useDocumentLanguage } from '../../platform/i18n/use-document-language.ts'
import { BrandMark } from '../../platform/layout/brand-mark.tsx'
import { usePageTitle } from '../../platform/layout/use-page-title.ts'
import { OtherLanguage } from '../../platform/session/other-language.tsx'
import { dye } from '../../platform/themes/palette.ts'

type PublicPageProps = {
  title: string
  lead?: string | undefined
  house?: string | undefined
  children: ReactNode
}

/** A page for guests, on a phone first: nobody is signed in, and nothing of the staff's screens is here. */
export const PublicPage = ({ title, lead, house, children }: PublicPageProps) => {
  useDocumentLanguage()
  usePageTitle(title)
  return (
    <Box
      component="main"
      sx={{ minHeight: '100dvh', bgcolor: dye.washi, px: 2, py: { xs: 3, sm: 6 } }}
    >
      <Box sx={{ maxWidth: 480, mx: 'auto' }}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.5, mb: 2 }}>
          <BrandMark size={36} />
          <Typography component="p" sx={{ fontWeight: 700 }}>
            {house}
          </Typography>
        </Box>
        <Card sx={{ p: { xs: 2.5, sm: 4 } }}>
          <Typography variant="h1" sx={{ fontSize: '1.375rem' }}>
            {title}
          </Typography>
          {lead ? (
            <Typography color="text.secondary" sx={{ mt: 0.5, mb: 2 }}>
              {lead}
            </Typography>
          ) : null}
          {children}
        </Card>
        <OtherLanguage />
      </Box>
    </Box>
  )
}
