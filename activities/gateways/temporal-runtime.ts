import { fileURLToPath } from 'node:url'
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker'
import type { Log } from '../platform/house.ts'

/**
 * Sends what the SDK and its core have to say into our own log. Once per process, before any worker.
 * Signals stay ours: the order in which things are closed is decided in `bin/worker.ts`.
 */
export function installTemporalRuntime(log: Log): void {
  Runtime.install({
    shutdownSignals: [],
    telemetryOptions: {
      logging: { filter: makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' }), forward: {} },
    },
    logger: {
      log: (level, message, facts) => forward(log, level, message, facts),
      trace: () => undefined,
      debug: () => undefined,
      info: (message, facts) => forward(log, 'INFO', message, facts),
      warn: (message, facts) => forward(log, 'WARN', message, facts),
      error: (message, facts) => forward(log, 'ERROR', message, facts),
    },
  })
}

/** About a second and a half; by path, since nothing but the bundler may load workflow code. */
export function bundleWorkflows(log: Log): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: fileURLToPath(new URL('../../workflows/index.ts', import.meta.url)),
    logger: new DefaultLogger('WARN', ({ level, message }) => forward(log, level, message)),
  })
}

function forward(log: Log, level: string, message: string, facts: object = {}): void {
  if (level === 'ERROR') log.error(facts, message)
  else if (level === 'WARN') log.warn(facts, message)
  else if (level === 'INFO') log.info(facts, message)
}
