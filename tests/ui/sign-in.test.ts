import { afterAll, beforeAll, expect, test } from '@jest/globals'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../support/browser.ts'
import { startHouse, type TestHouse } from '../support/house.ts'
import { visit, type Visitor } from './support/visitor.ts'

let house: TestHouse
let browser: Browser

beforeAll(async () => {
  house = await startHouse()
  browser = await launchBrowser()
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const password = () => house.logins.find(({ login }) => login === 'front')?.password ?? ''

async function signIn({ page, t }: Visitor, login: string, secret: string): Promise<void> {
  await page.getByRole('textbox', { name: t('session.login') }).fill(login)
  await page.locator('input[name=password]').fill(secret)
  await page.getByRole('button', { name: t('session.submit') }).click()
}

test('a clerk signs in to the day, and out again', async () => {
  const visitor = await visit(browser, { url: house.url })
  const { page, t } = visitor
  await visitor.go('/')
  await signIn(visitor, 'front', password())
  await page.getByRole('heading', { level: 1, name: t('today.title') }).waitFor()
  const cookies = await visitor.context.cookies()
  expect(cookies).toEqual([expect.objectContaining({ httpOnly: true, sameSite: 'Strict' })])

  await page.getByRole('button', { name: t('account.menu') }).click()
  await page.getByRole('menuitem', { name: t('account.signOut') }).click()
  await page.getByRole('heading', { level: 1, name: t('session.title') }).waitFor()
  await visitor.go('/orders')
  await page.getByRole('heading', { level: 1, name: t('session.title') }).waitFor()
  await visitor.context.close()
}, 60_000)

test('a wrong password is said to be wrong, and nothing more', async () => {
  const visitor = await visit(browser, { url: house.url })
  const { page, t } = visitor
  await visitor.go('/login')
  await signIn(visitor, 'front', 'not-the-password')
  await page.getByRole('alert').getByText(t('session.failed')).waitFor()
  await page.getByRole('textbox', { name: t('session.login') }).fill('')
  await page.getByRole('button', { name: t('session.submit') }).click()
  await page.getByRole('alert').getByText(t('session.missing')).waitFor()
  await visitor.context.close()
}, 60_000)

test('the language chosen before the sign-in stays after it and after the next visit', async () => {
  const visitor = await visit(browser, { url: house.url })
  const { page } = visitor
  await visitor.go('/login')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  await page.locator('input[name=login]').fill('front')
  await page.locator('input[name=password]').fill(password())
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  await page.reload()
  await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  await visitor.context.close()
}, 60_000)

test('a session that ended elsewhere leads back to the sign-in', async () => {
  const client = await house.as('front')
  const visitor = await visit(browser, { url: house.url, cookie: client.cookie })
  const { page, t } = visitor
  await visitor.go('/')
  await client.request('DELETE', '/v1/session', { key: null })
  await page
    .getByRole('link', { name: t('nav.orders') })
    .first()
    .click()
  await page.getByRole('heading', { level: 1, name: t('session.title') }).waitFor()
  await visitor.context.close()
}, 60_000)
