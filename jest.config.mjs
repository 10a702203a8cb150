/** @type {import('jest').Config} */
export default {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/*.spec.ts', '<rootDir>/test/{golden,http,browser}/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: 'inline',
        module: { type: 'commonjs' },
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
        },
      },
    ],
  },
  // NestJS 12 and openid-client are ESM only; jest's CommonJS runtime needs it transformed.
  transformIgnorePatterns: ['/node_modules/(?!@nestjs/|openid-client/|oauth4webapi/|jose/)'],
  globalSetup: '<rootDir>/test/support/siapkan-semua.ts',
  globalTeardown: '<rootDir>/test/support/bereskan-semua.ts',
  maxWorkers: 2,
  // Generous: what is slow is measured in test/bench, and a busy machine must not look like a fault.
  testTimeout: 180_000,
};
