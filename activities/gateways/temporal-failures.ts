import { isGrpcServiceError } from '@temporalio/client'

/** The answers of the Temporal frontend that mean something to us. */
export const GRPC = {
  deadlineExceeded: 4,
  notFound: 5,
  alreadyExists: 6,
  unimplemented: 12,
  unavailable: 14,
} as const

/** @returns null when the error is none of the frontend's */
export const grpcCode = (error: unknown): number | null =>
  isGrpcServiceError(error) ? error.code : null

/** Nobody answered: what fails now fails for everybody, and may go well later. */
export function isAway(error: unknown): boolean {
  const code = grpcCode(error)
  return code === GRPC.unavailable || code === GRPC.deadlineExceeded
}
