import { expect, test } from '@jest/globals'
import { launchBrowser } from '../support/browser.ts'

test('the browser that came with npm opens a page, runs its script and takes a picture', async () => {
  const browser = await launchBrowser()
  try {
    const page = await browser.newPage()
    await page.setContent('<p id="a">帳場</p><script>document.title = a.textContent</script>')
    expect(await page.title()).toBe('帳場')
    const picture = await page.screenshot()
    expect(picture.subarray(1, 4).toString()).toBe('PNG')
  } finally {
    await browser.close()
  }
}, 60_000)
