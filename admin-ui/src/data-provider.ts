import type { DataProvider, GetListParams, RaRecord } from 'react-admin'
import { answerOf, untyped } from './api/client.ts'
import { newCommandKey } from './api/command-headers.ts'

type Page = { data: never[]; page: { number: number; size: number; total: number } }

/** Lists of the house have one shape, so one function reads them all. */
const readList = async (
  resource: string,
  params: Partial<GetListParams>,
  extra: Record<string, unknown> = {},
) => {
  const { field, order } = params.sort ?? { field: 'id', order: 'ASC' }
  const query = {
    ...params.filter,
    ...extra,
    ...(params.pagination && { page: params.pagination.page, perPage: params.pagination.perPage }),
    ...(field !== 'id' && { sort: order === 'DESC' ? `-${field}` : field }),
  }
  const { data, page } = await answerOf(
    untyped.GET<Page>(`/v1/${resource}`, { query: plain(query), signal: params.signal }),
  )
  return { data, total: page.total }
}

/** Filters as the query string wants them: no empty values, lists joined by commas. */
const plain = (query: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(query)
      .filter(([, value]) => value !== undefined && value !== null && value !== '')
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )

const notOffered = () => Promise.reject(new Error('not offered by the house'))

/**
 * Reads and plain edits. Verbs (check-in, approve, …) are not edits: each has a button of its own
 * that calls the API with the key and the version that were on screen.
 */
export const dataProvider: DataProvider = {
  supportAbortSignal: true,

  getList: (resource, params) => readList(resource, params),

  getOne: async (resource, { id, signal }) => ({
    data: await answerOf(untyped.GET(`/v1/${resource}/${id}`, { signal })),
  }),

  getMany: async (resource, { ids, signal }) => {
    const { data } = await readList(resource, signal ? { signal } : {}, { ids: ids.join(',') })
    return { data }
  },

  getManyReference: (resource, { target, id, ...params }) =>
    readList(resource, params, { [target]: id }),

  create: async (resource, { data, meta }) => ({
    data: await answerOf(
      untyped.POST(`/v1/${resource}`, {
        body: data,
        headers: { 'Idempotency-Key': meta?.idempotencyKey ?? newCommandKey() },
      }),
    ),
  }),

  update: async (resource, { id, data, previousData, meta }) => ({
    data: await answerOf(
      untyped.PATCH(`/v1/${resource}/${id}`, {
        body: changes(data, previousData),
        headers: {
          'Idempotency-Key': meta?.idempotencyKey ?? newCommandKey(),
          'If-Match': `"${previousData?.['version']}"`,
        },
      }),
    ),
  }),

  updateMany: notOffered,
  delete: notOffered,
  deleteMany: notOffered,
}

const changes = (data: Partial<RaRecord>, before: Partial<RaRecord> | undefined) =>
  Object.fromEntries(Object.entries(data).filter(([field, value]) => before?.[field] !== value))
