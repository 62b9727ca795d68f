import Card from '@mui/material/Card'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { type ReactNode, useId, useState } from 'react'

export type LetterView = { name: string; label: string; view: ReactNode }

/** One mail, looked at in several ways; only the chosen one is drawn. */
export const LetterTabs = ({ label, views }: { label: string; views: LetterView[] }) => {
  const id = useId()
  const [chosen, setChosen] = useState(views[0]?.name)
  const current = views.find((view) => view.name === chosen) ?? views[0]
  return (
    <Card sx={{ mb: 2, overflow: 'hidden' }}>
      <Tabs
        aria-label={label}
        value={current?.name ?? false}
        onChange={(_, name: string) => setChosen(name)}
        variant="scrollable"
        scrollButtons={false}
        sx={{ borderBottom: 1, borderColor: 'divider' }}
      >
        {views.map((view) => (
          <Tab
            key={view.name}
            value={view.name}
            label={view.label}
            id={`${id}-${view.name}`}
            aria-controls={view.name === current?.name ? `${id}-panel` : undefined}
          />
        ))}
      </Tabs>
      <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current?.name}`}>
        {current?.view}
      </div>
    </Card>
  )
}
