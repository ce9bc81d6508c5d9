import { describe, expect, it } from "vitest";
import { comingAt } from "@/components/shell/coming/shape";
import { SECTIONS, studyRoute } from "@/components/shell/routes";

const STUDY = "00000000-0000-4000-8000-000000000001";
const OTHER = "00000000-0000-4000-8000-000000000002";
const shapeAt = (rest: string) => comingAt(`/studies/${STUDY}${rest}`)?.shape;

describe("the shape of what is coming", () => {
  it.each(SECTIONS.map(({ id }) => id))("is known of the room %s", (id) => {
    expect(comingAt(studyRoute(STUDY, id))?.room).toBe(id);
  });

  it("is that of the page, and not of the room around it", () => {
    expect(shapeAt("/transcripts")).toBe("wide");
    expect(shapeAt(`/transcripts/${OTHER}`)).toBe("reader");
    expect(shapeAt(`/transcripts/${OTHER}/versions`)).toBe("page");
    expect(shapeAt("/codebook")).toBe("tree");
    expect(shapeAt("/codebook/history")).toBe("page");
    expect(shapeAt("/compare")).toBe("matrix");
  });

  it("is that of the cards of studies outside them, and of no page else", () => {
    expect(comingAt("/studies")).toEqual({ room: null, shape: "cards" });
    expect(comingAt("/studies/new")).toBeNull();
    expect(comingAt("/account")).toBeNull();
    expect(shapeAt("/nowhere")).toBeUndefined();
  });
});
