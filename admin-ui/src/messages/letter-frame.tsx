import Box from '@mui/material/Box'

/**
 * A letter as its reader sees it. The frame may do nothing: no script, no form, no way to this page;
 * what stands in a mail is never part of the desk.
 */
export const LetterFrame = ({ title, html }: { title: string; html: string }) => (
  <Box
    component="iframe"
    title={title}
    srcDoc={html}
    sandbox=""
    sx={{ display: 'block', width: 1, height: 'min(900px, 80vh)', border: 0, bgcolor: '#f6f3ec' }}
  />
)
