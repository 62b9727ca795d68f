import Box from '@mui/material/Box'
import { type ReactNode, Suspense } from 'react'
import { useLocation } from 'react-admin'
import { useHouseEvents } from '../../events.ts'
import { useDocumentLanguage } from '../i18n/use-document-language.ts'
import { useOwnLanguage } from '../i18n/use-own-language.ts'
import { useProperty } from '../session/use-property.ts'
import { useSession } from '../session/use-session.ts'
import { useEndedSession } from '../session/use-ended-session.ts'
import { CrashBoundary } from '../states/crash-boundary.tsx'
import { NoProperty } from '../states/no-property.tsx'
import { PageLoading } from '../states/page-loading.tsx'
import { AppHeader } from './app-header.tsx'
import { BottomNavigation } from './bottom-navigation.tsx'
import { NavigationRail } from './navigation-rail.tsx'
import { SkipLink } from './skip-link.tsx'

/** Header, a rail beside the page or a bar below it, and the page. */
export const AppLayout = ({ children }: { children: ReactNode }) => {
  useHouseEvents()
  useEndedSession()
  useDocumentLanguage()
  useOwnLanguage()
  const { pathname } = useLocation()
  const session = useSession()
  const property = useProperty()

  return (
    <Box sx={{ minHeight: '100dvh', bgcolor: 'background.default' }}>
      <SkipLink />
      <AppHeader />
      <Box sx={{ display: 'flex', alignItems: 'flex-start' }}>
        <NavigationRail />
        <Box
          component="main"
          id="main-content"
          tabIndex={-1}
          sx={{
            flex: 1,
            minWidth: 0,
            outline: 'none',
            px: { xs: 1.5, sm: 3 },
            pt: { xs: 2, sm: 3 },
            pb: { xs: 12, md: 6 },
          }}
        >
          <CrashBoundary key={pathname}>
            <Suspense fallback={<PageLoading />}>
              {session && !property ? <NoProperty /> : children}
            </Suspense>
          </CrashBoundary>
        </Box>
      </Box>
      <BottomNavigation />
    </Box>
  )
}
