import sharp from 'sharp'
import type { Sql } from '../../db/platform/sql.ts'
import { type CheckedPicture, checkPicture } from '../gateways/pictures.ts'

type Mood = { wall: string; floor: string; cloth: string; sky: string }

/** One mood a room type, so that a list of rooms is told apart at a glance. */
const MOODS: readonly Mood[] = [
  { wall: '#e9e2d3', floor: '#b9a377', cloth: '#3f5f7a', sky: '#a9c8d8' },
  { wall: '#e4e7df', floor: '#a8905f', cloth: '#7a4f4a', sky: '#c6d8c0' },
  { wall: '#efe6da', floor: '#c2a86b', cloth: '#4d6650', sky: '#f0cfa8' },
]

const WIDTH = 1_200
const HEIGHT = 800

/** A room with a window, drawn with a few lines: a demo house shows no photograph of anybody's. */
const room = ({ wall, floor, cloth, sky }: Mood) => `
  <rect width="1200" height="800" fill="${wall}"/>
  <path d="M0 560 H1200 V800 H0 Z" fill="${floor}"/>
  <path d="M0 640 H1200 M0 720 H1200 M300 560 L180 800 M600 560 V800 M900 560 L1020 800" stroke="#00000022" stroke-width="4"/>
  <rect x="680" y="120" width="400" height="300" fill="${sky}" stroke="#6b5a3e" stroke-width="14"/>
  <path d="M880 120 V420 M680 270 H1080" stroke="#6b5a3e" stroke-width="8"/>
  <rect x="150" y="500" width="480" height="150" rx="26" fill="#fbf9f4"/>
  <rect x="150" y="560" width="480" height="90" rx="22" fill="${cloth}"/>
  <rect x="180" y="478" width="130" height="60" rx="24" fill="#ffffff"/>
  <circle cx="420" cy="190" r="64" fill="#f6e3b0"/><path d="M420 0 V126" stroke="#6b5a3e" stroke-width="5"/>`

/** What is seen from the window. */
const view = ({ wall, floor, cloth, sky }: Mood) => `
  <rect width="1200" height="800" fill="${sky}"/>
  <circle cx="900" cy="200" r="80" fill="${wall}"/>
  <path d="M0 520 L260 300 L470 500 L700 260 L1200 560 V800 H0 Z" fill="${cloth}"/>
  <path d="M0 640 C300 560 520 700 800 640 S1100 600 1200 650 V800 H0 Z" fill="${floor}"/>`

type Hang = (input: { roomId: string; picture: CheckedPicture }) => Promise<unknown>

/** Every room of the property gets two pictures, drawn once for each type. */
export async function hangDemoPictures(sql: Sql, propertyId: string, hang: Hang): Promise<void> {
  const types = await sql.rows<{ roomIds: string[] }>(
    `select array_agg(id order by number) as "roomIds" from rooms where property_id = $1
     group by room_type_id order by min(number)`,
    [propertyId],
  )
  for (const [index, { roomIds }] of types.entries()) {
    const mood = MOODS[index % MOODS.length] as Mood
    const pictures = await Promise.all([room(mood), view(mood)].map(draw))
    for (const roomId of roomIds) for (const picture of pictures) await hang({ roomId, picture })
  }
}

async function draw(shapes: string): Promise<CheckedPicture> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${shapes}</svg>`
  return checkPicture(await sharp(Buffer.from(svg)).png().toBuffer())
}
