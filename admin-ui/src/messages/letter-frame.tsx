import Box from '@mui/material/Box'
import { useEffect, useRef, useState } from 'react'

/** Until the letter says how long it is. */
const FIRST_HEIGHT = 480

/**
 * A letter as its reader sees it, as long as it is. No script, form or pop-up runs in the frame; its
 * origin is ours only so that it may be measured and finds the letters of this page.
 */
export const LetterFrame = ({ title, html }: { title: string; html: string }) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const [height, setHeight] = useState(FIRST_HEIGHT)
  const observer = useRef<ResizeObserver>(null)
  useEffect(() => () => observer.current?.disconnect(), [])

  const dress = () => {
    const letter = frame.current?.contentDocument
    if (!letter) return
    for (const types of document.querySelectorAll('link[rel=stylesheet]'))
      letter.head.append(letter.importNode(types, true))
    observer.current?.disconnect()
    observer.current = new ResizeObserver(() => setHeight(letter.body.offsetHeight))
    observer.current.observe(letter.body)
  }

  return (
    <Box
      component="iframe"
      ref={frame}
      title={title}
      srcDoc={html}
      sandbox="allow-same-origin"
      onLoad={dress}
      sx={{ display: 'block', width: 1, height, border: 0, bgcolor: '#f6f3ec' }}
    />
  )
}
