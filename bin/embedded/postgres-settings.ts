import type { PostgresOrder } from './postgres.ts'

/** As flags, not in a file: what runs is what is written here, whatever an older start left behind. */
export function serverArguments(order: PostgresOrder, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    // No socket file: one thing less that a crash leaves behind.
    unix_socket_directories: '',
    max_connections: order.kind === 'test' ? '200' : '100',
    shared_buffers: '256MB',
    shared_preload_libraries: 'pg_stat_statements',
    // Bounds the recovery after a kill -9 (nine seconds were measured with 15 minutes).
    checkpoint_timeout: '5min',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
    ...(order.kind === 'test'
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }
      : { fsync: 'on', synchronous_commit: 'on' }),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  return ['-D', order.folder, ...flags]
}
