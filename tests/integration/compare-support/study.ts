import { randomUUID } from "node:crypto";
import type { StudyScope } from "@/lib/access/scope";
import type { Certainty } from "@/lib/domain/coding";
import type { Stance } from "@/lib/domain/compare";
import type { Permission } from "@/lib/domain/permission";
import { offlineScope } from "@/lib/server/access/offline";
import { applyOperations } from "@/lib/server/coding/mutations";
import { pool, prisma } from "@/lib/server/db";

/** One turn: "A" asks; a number is the interviewee of that number; "?" is somebody not known; "-" stands beside the talk. */
export interface TurnText {
  who: "A" | "?" | number;
  text: string;
  /** Key of the question that the turn belongs to. */
  question?: string;
  align?: number;
}

export interface Talk {
  transcriptId: string;
  versionId: string;
  text: string;
}

/** A small study that a test fills as it goes: three sectors, five interviewees, two clusters of two questions. */
export class SmallStudy {
  readonly codes: Record<string, string> = {};
  readonly people: Record<number, string> = {};
  readonly sectors: Record<string, string> = {};
  readonly questions: Record<string, string> = {};
  readonly clusters: Record<string, string> = {};

  private constructor(
    readonly studyId: string,
    readonly scopes: Record<"lead" | "coder" | "second" | "viewer" | "owner", StudyScope>,
  ) {}

  static async make(title = "Small"): Promise<SmallStudy> {
    const studyId = randomUUID();
    await prisma().study.create({
      data: { id: studyId, title, codebookStudyId: studyId, guideStudyId: studyId },
    });
    const member = async (name: string, role: "lead" | "coder" | "viewer" | "owner") => {
      const id = randomUUID();
      await prisma().user.create({ data: { id, email: `${id}@example.org`, name } });
      await prisma().membership.create({ data: { studyId, userId: id, role } });
      return offlineScope(id, studyId);
    };
    const study = new SmallStudy(studyId, {
      owner: await member("Owner", "owner"),
      lead: await member("Lead", "lead"),
      coder: await member("First coder", "coder"),
      second: await member("Second coder", "coder"),
      viewer: await member("Viewer", "viewer"),
    });
    await study.#addPeople();
    await study.#addGuide();
    for (const path of ["Risk", "Risk > Flood", "Risk > War", "Hope"]) await study.addCode(path);
    return study;
  }

  async #addPeople(): Promise<void> {
    const members = { NGO: [1, 2], University: [3, 4], 官庁: [5] };
    for (const [position, [name, numbers]] of Object.entries(members).entries()) {
      const sectorId = randomUUID();
      this.sectors[name] = sectorId;
      await prisma().sector.create({ data: { id: sectorId, studyId: this.studyId, name, position } });
      for (const number of numbers) {
        const id = randomUUID();
        this.people[number] = id;
        const position = `Position ${number}`;
        await prisma().interviewee.create({
          data: { id, studyId: this.studyId, sectorId, number, position },
        });
      }
    }
  }

  async #addGuide(): Promise<void> {
    for (const [position, key] of ["i", "ii"].entries()) {
      const id = randomUUID();
      this.clusters[key] = id;
      await prisma().cluster.create({ data: { id, studyId: this.studyId, key, title: key, position } });
      for (const at of [1, 2]) {
        const question = { id: randomUUID(), clusterId: id, key: `${key}.${at}`, text: "?", position: at };
        this.questions[question.key] = question.id;
        await prisma().question.create({ data: question });
      }
    }
  }

  /** A code by its path, below the code of the path before it. */
  async addCode(path: string): Promise<string> {
    const names = path.split(" > ");
    const id = randomUUID();
    const parentId = this.codes[names.slice(0, -1).join(" > ")] ?? null;
    const position = Object.keys(this.codes).length;
    const name = names.at(-1) ?? "";
    await prisma().code.create({ data: { id, studyId: this.studyId, parentId, name, hue: 0, position } });
    this.codes[path] = id;
    return id;
  }

  /** A transcript of turns, each a paragraph, with a passage for each run of turns of one question. */
  async addTalk(
    turns: readonly TurnText[],
    { language = "en", pairId, date }: { language?: string; pairId?: string; date?: string } = {},
  ): Promise<Talk> {
    const db = prisma();
    const [transcriptId, versionId, interviewId] = [randomUUID(), randomUUID(), randomUUID()];
    const { studyId } = this;
    await db.interview.create({
      data: { id: interviewId, studyId, interviewers: ["A"], date: date ? new Date(date) : null },
    });
    await db.transcript.create({
      data: { id: transcriptId, studyId, interviewId, title: `Talk ${transcriptId}`, language, pairId },
    });
    const text = turns.map((turn) => `${turn.text}\n`).join("");
    await db.transcriptVersion.create({
      data: { id: versionId, transcriptId, number: 1, current: true, length: text.length },
    });
    const speakers = new Map<string, string>();
    for (const who of new Set(turns.map((turn) => turn.who))) {
      const id = randomUUID();
      speakers.set(String(who), id);
      await db.speaker.create({
        data: {
          id,
          transcriptId,
          label: `Label ${who}`,
          role: who === "A" ? "interviewer" : "interviewee",
          intervieweeId: typeof who === "number" ? this.people[who] : null,
        },
      });
    }
    let start = 0;
    for (const [ordinal, turn] of turns.entries()) {
      const range = { start, end: start + turn.text.length + 1 };
      await db.paragraph.create({ data: { versionId, ordinal, ...range, text: `${turn.text}\n` } });
      await db.turn.create({
        data: {
          versionId,
          ordinal,
          ...range,
          bodyStart: start,
          speakerId: speakers.get(String(turn.who)),
          align: turn.align,
          atMs: ordinal * 61_000,
        },
      });
      const questionId = turn.question && this.questions[turn.question];
      if (questionId)
        await db.passage.create({
          data: { id: randomUUID(), versionId, questionId, ...range, status: "answered" },
        });
      start = range.end;
    }
    return { transcriptId, versionId, text };
  }

  /** Codes the quote where it first stands, through the coder's own operations. Answers the segment's id. */
  async code(
    talk: Talk,
    quote: string,
    codes: readonly string[],
    more: {
      by?: "coder" | "second";
      stance?: Stance;
      certainty?: Certainty;
      permission?: Permission;
      memo?: string;
    } = {},
  ): Promise<string> {
    const start = talk.text.indexOf(quote);
    if (start < 0) throw new Error(`the talk does not hold ${quote}`);
    const segmentId = randomUUID();
    const { stance, certainty, permission, memo } = more;
    await this.do(talk, more.by ?? "coder", {
      kind: "apply",
      versionId: talk.versionId,
      segmentId,
      start,
      end: start + quote.length,
      quote,
      codings: codes.map((path) => ({ id: randomUUID(), codeId: this.codes[path] ?? "" })),
    });
    const changes = Object.fromEntries(
      Object.entries({ stance, certainty, permission, memo }).filter(([, value]) => value !== undefined),
    );
    if (Object.keys(changes).length > 0)
      await prisma().segment.update({ where: { id: segmentId }, data: changes });
    return segmentId;
  }

  /** Codes every range of the talk, as fast as the database can. Answers how many there are. */
  async codeEverywhere(talk: Talk, code: string): Promise<number> {
    const { rowCount } = await pool().query(
      `WITH segments AS (
        INSERT INTO "Segment" ("id", "studyId", "transcriptId", "versionId", "coderId", "start", "end", "quote", "before", "after")
        SELECT gen_random_uuid(), $1, $2, $3, $4, s, e, substr($6, s + 1, e - s), '', ''
        FROM generate_series(0, length($6) - 1) s, generate_series(s + 1, length($6)) e RETURNING "id"
      )
      INSERT INTO "Coding" ("id", "segmentId", "studyId", "coderId", "codeId", "codebookStudyId", "revision")
      SELECT gen_random_uuid(), "id", $1, $4, $5, $1, 0 FROM segments`,
      [
        this.studyId,
        talk.transcriptId,
        talk.versionId,
        this.scopes.coder.userId,
        this.codes[code],
        talk.text,
      ],
    );
    return rowCount ?? 0;
  }

  async do(
    talk: Talk,
    by: "coder" | "second",
    operation: DistributiveOmit<Parameters<typeof applyOperations>[2][number], "id">,
  ): Promise<void> {
    const operations = [{ id: randomUUID(), ...operation }];
    const [outcome] = await applyOperations(this.scopes[by], talk.transcriptId, operations);
    if (!outcome?.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`);
  }
}

type DistributiveOmit<T, K extends PropertyKey> = T extends unknown ? Omit<T, K> : never;
