"use client";

import type { ReactNode } from "react";
import { StayingDialog } from "@/components/history/staying-dialog";
import { useStepBack } from "@/components/history/use-step-back";
import { LiveProvider } from "@/components/live/context";
import { PeopleHere } from "@/components/live/people-here";
import { LiveRefresh } from "@/components/live/refresh";
import { MemoDesk } from "@/components/memos/desk";
import type { ShellData } from "@/lib/schemas/shell";
import { Bar } from "./bar";
import { BlindNotice } from "./blind-notice";
import { Content } from "./frame";
import { NoticeStrip } from "./notice-strip";
import { StudyMenu } from "./study-menu";
import { StudyNav } from "./study-nav";
import { useStudyCommands } from "./use-study-commands";

/** The frame of a study's pages: its bar with its rooms, its notice, the page. */
export function StudyShell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  useStudyCommands(shell);
  useStepBack(shell.study.id, shell.role);
  return (
    <LiveProvider studyId={shell.study.id} userId={shell.me} position={shell.position}>
      <Bar
        user={shell.user}
        before={<StudyMenu role={shell.role} study={shell.study} />}
        beside={<PeopleHere studyId={shell.study.id} />}
      >
        <span
          title={shell.study.title}
          className="min-w-0 truncate text-soft max-[98rem]:bar:hidden bar:max-w-52"
        >
          {shell.study.title}
        </span>
        <div className="shrink-0 max-bar:hidden">
          <StudyNav role={shell.role} study={shell.study} />
        </div>
      </Bar>
      <NoticeStrip sampleMode={shell.sampleMode} notice={shell.study.notice} />
      <BlindNotice studyId={shell.study.id} role={shell.role} transcripts={shell.blind} />
      <LiveRefresh studyId={shell.study.id} />
      <StayingDialog studyId={shell.study.id} />
      <Content>
        <MemoDesk studyId={shell.study.id} me={shell.me} role={shell.role}>
          {children}
        </MemoDesk>
      </Content>
    </LiveProvider>
  );
}
