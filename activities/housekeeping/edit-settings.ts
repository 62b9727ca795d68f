import { DomainError } from '../../domain/platform/errors.ts'
import type { Context } from '../platform/context.ts'

export type HousekeepingSettings = {
  readonly inspectionRequired: boolean
  readonly startMinutes: number
  readonly cleaningMinutes: number
}

/** How this property cleans. What is open keeps its deadlines; whether it is inspected is asked when it is finished. */
export async function editHousekeepingSettings(
  context: Context,
  input: HousekeepingSettings & { propertyId: string; version: number },
): Promise<void> {
  const { propertyId, version, ...settings } = input
  if (settings.startMinutes > settings.cleaningMinutes) {
    const field = { pointer: '/startMinutes', code: 'impossible', message: 'startMinutes' }
    throw new DomainError('validation_failed', {}, { fields: [field] })
  }
  const before = await context.sql.maybe<HousekeepingSettings & { version: number }>(
    `select inspection_required as "inspectionRequired", cleaning_start_minutes as "startMinutes",
       cleaning_minutes as "cleaningMinutes", version from properties where id = $1 for no key update`,
    [propertyId],
  )
  if (!before) throw new DomainError('not_found')
  const { version: versionBefore, ...settingsBefore } = before
  if (versionBefore !== version) throw new DomainError('version_mismatch')
  await context.sql.run(
    `update properties set inspection_required = $2, cleaning_start_minutes = $3, cleaning_minutes = $4,
       version = version + 1 where id = $1`,
    [propertyId, settings.inspectionRequired, settings.startMinutes, settings.cleaningMinutes],
  )
  context.audit({
    verb: 'housekeeping.settings_edited',
    subject: { kind: 'property', id: propertyId },
    propertyId,
    before: settingsBefore,
    after: settings,
  })
}
