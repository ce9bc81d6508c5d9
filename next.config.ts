import type { NextConfig } from "next";

/** What every answer says to the browser. Pages may be framed by no one and load nothing from elsewhere. */
const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  {
    key: "Content-Security-Policy",
    value: [
      "default-src 'self'",
      // A recording that somebody plays from their own disk.
      "media-src 'self' blob:",
      // Next writes its data into inline scripts, and its development server evaluates modules.
      `script-src 'self' 'unsafe-inline'${process.env.NODE_ENV === "development" ? " 'unsafe-eval'" : ""}`,
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'self'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join("; "),
  },
];

// `npm run bench` measures beside a handler that does the least. No other build has it, so this one lies
// apart (see lib/launch/build.ts) and leaves the types of the product's routes as they are.
const measured = process.env.KIKITORI_BENCH === "1";

const config: NextConfig = {
  typedRoutes: true,
  pageExtensions: measured ? ["tsx", "ts", "bench.ts"] : ["tsx", "ts"],
  distDir: measured ? ".next-bench" : ".next",
  // `npm run check` looks at the types, of the tests too; whoever starts a release need not wait for it again.
  typescript: { ignoreBuildErrors: true, ...(measured ? { tsconfigPath: "tests/bench/tsconfig.json" } : {}) },
  poweredByHeader: false,
  reactStrictMode: true,
  // A title that is sent after the page is missing for a moment when one goes to another: it comes with it.
  htmlLimitedBots: /.*/,
  // What a role does not allow has a page of its own, app/forbidden.tsx.
  // A correction holds what was edited: in the worst case the whole of the longest text.
  experimental: { authInterrupts: true, serverActions: { bodySizeLimit: "40mb" } },
  // Native code and libraries that find their files beside themselves stay outside the bundle.
  serverExternalPackages: ["@node-rs/argon2", "pg", "pg-query-stream"],
  // Browsers ask for it on answers that are no pages, such as a download.
  redirects: async () => [{ source: "/favicon.ico", destination: "/icon.svg", permanent: true }],
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // Next compresses only what has its type before a handler answers, and these two are long.
    {
      source: "/api/transcripts/:transcriptId/:part(text|codings)",
      headers: [{ key: "Content-Type", value: "application/json" }],
    },
  ],
};

export default config;
