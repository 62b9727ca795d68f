import { sqlMigration } from './sql-migration.ts'

/** In order, each once. A new one is a folder beside this file and a line here. */
export const MIGRATIONS = [
  sqlMigration('0001-founding'),
  sqlMigration('0002-rooms'),
  sqlMigration('0003-housekeeping'),
  sqlMigration('0004-rates'),
  sqlMigration('0005-members'),
  sqlMigration('0006-messages'),
  sqlMigration('0007-stays'),
  sqlMigration('0008-desk'),
  sqlMigration('0009-insight'),
  sqlMigration('0020-registration-mails'),
]
