import { Connection } from '@temporalio/client'

/** Where the Temporal frontend is and how to get in. A key means TLS, as everywhere in the SDK. */
export type TemporalPlace = {
  /** host:port */
  readonly address: string
  readonly namespace: string
  readonly tls?: boolean | undefined
  readonly apiKey?: string | undefined
}

/** The fields the client's and the worker's connection share. */
export function addressOf(place: TemporalPlace): {
  address: string
  tls?: boolean
  apiKey?: string
} {
  return {
    address: place.address,
    ...(place.tls || place.apiKey ? { tls: true } : {}),
    ...(place.apiKey ? { apiKey: place.apiKey } : {}),
  }
}

/** Connects at its first call, and again whenever the server has been away. */
export const connectLazily = (place: TemporalPlace): Connection => Connection.lazy(addressOf(place))
