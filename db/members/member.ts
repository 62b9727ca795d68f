import { defineEntity, p } from '@mikro-orm/core'

const MemberSchema = defineEntity({
  name: 'Member',
  tableName: 'members',
  properties: {
    id: p.uuid().primary(),
    issuerId: p.uuid(),
    number: p.string(),
    name: p.string(),
    kana: p.string(),
    phone: p.string(),
    email: p.string().nullable(),
    birthDate: p.date(),
    locale: p.string(),
    channel: p.string(),
    passwordHash: p.string().nullable().hidden(),
    registeredAt: p.datetime(),
    identityType: p.string().nullable(),
    identitySealed: p.blob().nullable(),
    identityIndex: p.blob().nullable(),
    identityTail: p.string().nullable(),
    erasedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
})
export class Member extends MemberSchema.class {}
MemberSchema.setClass(Member)
