/**
 * Where a file lies decides what it may import. The first pattern that fits names its zone.
 */
const ZONES: [RegExp, string][] = [
  [/^app\/api\//, "api"],
  [/^app\//, "app"],
  [/^(instrumentation|proxy)(\.|$)/, "api"],
  [/^components\/ui(\/|$)/, "ui"],
  [/^components\//, "components"],
  [/^lib\/(domain|schemas|access|messages|launch)(\/|$)/, "$1"],
  // Scopes without a session: for loading data from the command line, never for a request.
  [/^lib\/server\/access\/offline(\.|$)/, "offline"],
  [/^lib\/server\/access(\/|$)/, "gate"],
  [/^lib\/server\/i18n(\.|$)/, "i18n"],
  [/^lib\/server\/interchange(\/|$)/, "interchange"],
  [/^lib\/server\/[^/]+\/(data|mutations|loaders|actions)(\/|\.|$)/, "$1"],
  [/^lib\/server\//, "server"],
  [/^prisma\//, "prisma"],
  [/^seeds\//, "seeds"],
  [/^tests\//, "tests"],
];

export function zoneOf(file: string): string {
  for (const [pattern, name] of ZONES) {
    const match = pattern.exec(file);
    if (match) return name.replace("$1", match[1] ?? "");
  }
  return file.includes("/") || !file.includes(".") ? "package" : "root";
}

const WORDS = ["domain", "schemas", "access", "messages"];
const CORE = ["data", "mutations", "interchange", "server", "gate", "i18n"];

/** What each zone may import besides itself and packages. */
export const MAY_IMPORT: Record<string, string[]> = {
  app: [...WORDS, "components", "ui", "loaders", "actions", "i18n"],
  api: [...WORDS, "gate", "data", "mutations", "interchange", "server"],
  components: [...WORDS, "ui", "actions"],
  ui: ["messages", "access"],
  actions: [...WORDS, ...CORE],
  loaders: [...WORDS, ...CORE],
  data: [...WORDS, "data", "mutations", "interchange", "server", "prisma"],
  mutations: [...WORDS, "data", "interchange", "server", "prisma"],
  interchange: [...WORDS, "server"],
  server: [...WORDS, "prisma"],
  gate: [...WORDS, "server"],
  offline: [...WORDS, "server"],
  i18n: [...WORDS, "server"],
  domain: [],
  schemas: ["domain", "access"],
  access: ["domain"],
  messages: ["access"],
  launch: ["seeds", "server", "mutations"],
  seeds: [...WORDS, "offline", "data", "mutations", "server", "launch", "prisma"],
  prisma: ["launch"],
};

/** Packages that only some zones may name: what ties code to a database, a framework or a browser. */
export const PACKAGES: [RegExp, string[]][] = [
  [/^(@prisma\/|pg$|pg-)/, ["server", "data", "mutations", "launch", "prisma", "tests", "seeds"]],
  [/^next-auth/, ["api", "server", "components", "tests"]],
  [
    /^(react|react-dom|next|@tanstack\/|radix-ui|use-intl|lucide-react)/,
    [
      "app",
      "api",
      "components",
      "ui",
      "server",
      "gate",
      "i18n",
      "actions",
      "loaders",
      "messages",
      "root",
      "tests",
    ],
  ],
  [
    /^node:/,
    [
      "server",
      "data",
      "mutations",
      "loaders",
      "actions",
      "gate",
      "i18n",
      "interchange",
      "api",
      "launch",
      "prisma",
      "seeds",
      "tests",
      "root",
    ],
  ],
  [
    /^zod/,
    [
      "schemas",
      "server",
      "gate",
      "i18n",
      "data",
      "mutations",
      "loaders",
      "actions",
      "interchange",
      "api",
      "app",
      "components",
      "launch",
      "seeds",
      "tests",
    ],
  ],
];
