import { type ReactNode } from 'react'
import { type RaRecord, useGetOne, useParams } from 'react-admin'
import { Failure } from '../states/failure.tsx'
import { PageLoading } from '../states/page-loading.tsx'

type RecordPageProps<T extends RaRecord> = {
  resource: string
  /** A list's entry is less than the record: what a list left in the cache is not taken for it. */
  isMoreThanListed?: boolean
  children: (record: T) => ReactNode
}

/** One record by the id in the address, or why it cannot be shown. */
export const RecordPage = <T extends RaRecord>({
  resource,
  isMoreThanListed = false,
  children,
}: RecordPageProps<T>) => {
  const { id = '' } = useParams()
  const { data, error, refetch } = useGetOne<T>(resource, {
    id: decodeURIComponent(id),
    ...(isMoreThanListed && { meta: { isWhole: true } }),
  })
  if (data) return children(data)
  return error ? <Failure isPage error={error} onRetry={() => void refetch()} /> : <PageLoading />
}
