import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  citation,
  isPermission,
  mayQuote,
  PERMISSIONS,
  permissionOf,
  stricter,
} from "@/lib/domain/permission";

const anyPermission = fc.constantFrom(...PERMISSIONS);
const person = { intervieweeNumber: 7, sector: "Parliament", name: "N. N." };

describe("stricter", () => {
  test("is a meet: commutative, associative, idempotent, with named as neutral and withheld absorbing", () => {
    fc.assert(
      fc.property(anyPermission, anyPermission, anyPermission, (a, b, c) => {
        expect(stricter(a, b)).toBe(stricter(b, a));
        expect(stricter(a, stricter(b, c))).toBe(stricter(stricter(a, b), c));
        expect(stricter(a, a)).toBe(a);
        expect(stricter(a, "named")).toBe(a);
        expect(stricter(a, "withheld")).toBe("withheld");
        expect([a, b]).toContain(stricter(a, b));
      }),
    );
  });

  test("takes the later of the five steps", () => {
    expect(stricter("number", "sector")).toBe("sector");
    expect(stricter("paraphrase", "named")).toBe("paraphrase");
  });
});

describe("permissionOf", () => {
  test("is the strictest of all who speak and of the quotation's own", () => {
    expect(permissionOf(["number"], null)).toBe("number");
    expect(permissionOf(["named", "sector"], "number")).toBe("sector");
    expect(permissionOf(["number"], "named")).toBe("number");
    expect(permissionOf(["number"], "withheld")).toBe("withheld");
    expect(permissionOf([], "named")).toBe("named");
    expect(permissionOf([], null)).toBe("withheld");
  });
});

describe("citation", () => {
  test.each([
    ["named", { quote: true, number: 7, sector: "Parliament", name: "N. N." }],
    ["number", { quote: true, number: 7, sector: "Parliament", name: null }],
    ["sector", { quote: true, number: null, sector: "Parliament", name: null }],
    ["paraphrase", { quote: false, number: null, sector: "Parliament", name: null }],
    ["withheld", { quote: false, number: null, sector: null, name: null }],
  ] as const)("%s", (permission, shown) => expect(citation({ ...person, permission })).toEqual(shown));

  test("a stricter step lets out nothing that a milder one keeps in", () => {
    fc.assert(
      fc.property(anyPermission, anyPermission, (a, b) => {
        const mild = citation({ ...person, permission: a });
        const strict = citation({ ...person, permission: stricter(a, b) });
        for (const key of ["quote", "number", "sector", "name"] as const) {
          if (!mild[key]) expect(strict[key]).toBe(mild[key]);
        }
      }),
    );
  });

  test("a name that is not known stays unknown", () => {
    expect(citation({ ...person, permission: "named", name: null }).name).toBeNull();
  });
});

test("isPermission knows the five words and nothing else", () => {
  expect(PERMISSIONS.every(isPermission)).toBe(true);
  expect(["Named", "", null, 0, "toString"].some(isPermission)).toBe(false);
});

test("words may be quoted down to the sector, and no further", () => {
  expect(PERMISSIONS.filter(mayQuote)).toEqual(["named", "number", "sector"]);
});
