import type { Browser } from 'playwright-core'
import { launchBrowser } from '../../support/browser.ts'
import type { TestClient } from '../../support/client.ts'
import { startHouse, type TestHouse } from '../../support/house.ts'
import { furnishMailbox } from './furnish-mailbox.ts'
import { type FurnishedHouse, furnishHouse } from './furnish-house.ts'
import { type Visit, type Visitor, visit } from './visitor.ts'

export type HouseWithGuests = {
  house: TestHouse
  guests: FurnishedHouse
  front: TestClient
  manager: TestClient
  /** Somebody of the staff with a browser of their own, already signed in. */
  browse(login: string | null, options?: Partial<Visit>): Promise<Visitor>
  stop(): Promise<void>
}

/** A real house with its built screens, guests in it, and a real browser before it. */
export async function openHouseWithGuests(
  options: { worker?: boolean; mailbox?: boolean; mail?: boolean } = {},
): Promise<HouseWithGuests> {
  const house = await startHouse(options)
  const front = await house.as('front')
  const manager = await house.as('manager')
  const guests = await furnishHouse({ front, manager, propertyId: house.property })
  if (options.mail) guests.mailbox = await furnishMailbox(house)
  const browser: Browser = await launchBrowser()
  const clients = new Map<string, Promise<TestClient>>()
  const clientOf = (login: string) => {
    const known = clients.get(login) ?? house.as(login)
    clients.set(login, known)
    return known
  }
  return {
    house,
    guests,
    front,
    manager,
    async browse(login, more = {}) {
      const cookie = login === null ? undefined : (await clientOf(login)).cookie
      return visit(browser, { url: house.url, ...(cookie && { cookie }), ...more })
    },
    async stop() {
      await browser.close()
      await house.stop()
    },
  }
}
