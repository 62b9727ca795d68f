import { usePermission } from '../platform/session/use-session.ts'

/** An address, or null for those who would only be refused there. */
export const usePermittedLink = (permission: string, path: string): string | null =>
  usePermission(permission) ? path : null
