import type { StudyScope } from "@/lib/access/scope";
import { addInterview, addInterviewee, addSector } from "@/lib/server/people/mutations";
import { interviewees, sectors } from "@/seeds/human-security/people";
import { idOf } from "@/seeds/ids";

export const intervieweeIdOf = (number: number) => idOf("interviewee", number);
export const interviewIdOf = (number: number) => idOf("interview", number);

export async function loadPeople(scope: StudyScope): Promise<void> {
  const { studyId } = scope;
  for (const name of sectors) {
    await addSector(scope, {
      eventId: idOf("event", "sector", name),
      studyId,
      id: idOf("sector", name),
      name,
    });
  }
  for (const { number, sector, position, date, minutes, interviewers } of interviewees) {
    const id = intervieweeIdOf(number);
    const person = {
      number,
      sectorId: idOf("sector", sector),
      position,
      permission: "number" as const,
      name: "",
    };
    await addInterviewee(scope, { eventId: idOf("event", "interviewee", number), studyId, id, ...person });
    const interview = { date, minutes, interviewers, mode: "", place: "", intervieweeIds: [id] };
    await addInterview(scope, {
      eventId: idOf("event", "interview", number),
      studyId,
      id: interviewIdOf(number),
      ...interview,
    });
  }
}
