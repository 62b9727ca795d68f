import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** The API serves the result on its own origin, under a policy without inline scripts and data: fonts. */
export default defineConfig({
  plugins: [react()],
  base: '/',
  build: {
    outDir: '../dist/admin-ui',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            {
              name: 'react',
              test: /node_modules\/(react|react-dom|scheduler|react-router)\//,
              priority: 3,
            },
            { name: 'material', test: /node_modules\/(@mui|@emotion)\//, priority: 2 },
            {
              name: 'admin',
              test: /node_modules\/(ra-|react-admin|react-hook-form|@tanstack|lodash)/,
              priority: 1,
            },
          ],
        },
      },
    },
  },
  server: { proxy: { '/v1': `http://127.0.0.1:${process.env['PORT'] ?? 3000}` } },
})
