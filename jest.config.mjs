const services = {
  globalSetup: '<rootDir>/tests/support/global-setup.ts',
  globalTeardown: '<rootDir>/tests/support/global-teardown.ts',
}

const project = (name, extra = {}) => ({
  displayName: name,
  rootDir: import.meta.dirname,
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`, `<rootDir>/tests/${name}/**/*.test.tsx`],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', tsx: true },
          target: 'es2024',
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.choba', '<rootDir>/.cache'],
  ...extra,
})

/** `domain` is pure, `start` and `story` start houses of their own: none waits for the shared servers. */
const pure = ['domain', 'start', 'story']
const onServices = ['db', 'activities', 'workflows', 'api', 'ui', 'chaos']

export default {
  // The machines we aim at have two cores, and the servers need some of them.
  maxWorkers: 2,
  // A limit against hanging, not a judgement of speed: the machine may be busy.
  testTimeout: 60_000,
  projects: [
    ...pure.map((name) => project(name)),
    ...onServices.map((name) => project(name, services)),
  ],
}
