import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import {
  contentSecurityPolicyMeta,
  precacheServiceWorker,
  previewPlainOnThisMachine,
} from './vite.plugins.ts';

/** Cross-origin isolation: SharedArrayBuffer and precise clocks; a host without these headers loses only speed. */
const ISOLATION_HEADERS = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** 'wasm-unsafe-eval' lets a compiled kernel be instantiated; it does not allow eval of text. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "worker-src 'self' blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export default defineConfig({
  base: './',
  plugins: [
    react(),
    contentSecurityPolicyMeta(CONTENT_SECURITY_POLICY),
    precacheServiceWorker({ source: 'src/app/serviceWorker.ts', fileName: 'service-worker.js' }),
    previewPlainOnThisMachine(),
  ],
  worker: { format: 'es' },
  // The policy cannot hold for the development server: its live reload is an inline script.
  server: { headers: ISOLATION_HEADERS },
  preview: {
    headers: {
      ...ISOLATION_HEADERS,
      'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; frame-ancestors 'none'`,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
    },
  },
  build: {
    target: 'es2022',
    // A data: URI in a style sheet or a script would be refused by the policy.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            // First, or it would come with three, which stands behind it and is not needed for the first picture.
            {
              name: 'react',
              test: /node_modules[\\/](react|react-dom|scheduler|zustand|use-sync-external-store)[\\/]/,
              priority: 2,
            },
            { name: 'three', test: /node_modules[\\/](three|@react-three)[\\/]/, priority: 1 },
            // All else of the first picture in one file: each of a hundred small ones would cost it some milliseconds.
            { name: 'start', tags: ['$initial'] },
          ],
        },
      },
    },
  },
});
