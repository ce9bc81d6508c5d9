import type { SampleCode } from "./types";

export const crossBorderResponse: SampleCode = {
  name: "Cross-border response",
  hue: 3,
  definition: "Taking help from abroad, and giving it where a government is overwhelmed or reluctant.",
  whenToUse: "Not on its own: choose one of the codes below.",
  whenNotToUse: "For how protection and empowerment relate in general: use Approach.",
  example: "None: this code only gathers those below it.",
  counterExample: "“You need rules and you need people.” In general: Both needed.",
  children: [
    {
      name: "Accept assistance",
      hue: 3,
      shortcut: "a",
      definition:
        "Japan should take help from overseas when an emergency is beyond what its own government can handle.",
      whenToUse:
        "The speaker says so for a disaster or for violence, with or without limits, or tells of help taken as something good.",
      whenNotToUse:
        "The point is how offers are received and steered: Coordination. The point is whose help, by what it can do: Effectiveness decides. Put on both codes if both are said.",
      example: "“If it is our turn to be pulled out, I hope we have the sense to hold out a hand.”",
      counterExample: "“Nobody knew which hangar the crates were in.” Handling offers: Coordination.",
    },
    {
      name: "Coordination",
      hue: 3,
      definition: "Offers of help need somebody who receives and steers them, and the know-how to do it.",
      whenToUse:
        "The speaker tells of offers that could not be handled, or asks for plans, manuals, liaison or a place that decides.",
      whenNotToUse: "Sectors at home work together on a problem: Multi-sector or Comprehensiveness.",
      example: "“Forty lorries and one clerk with a notebook: that is not help yet.”",
      counterExample:
        "“The health and the road people ought to plan together.” No help from abroad is in question.",
    },
    {
      name: "Consent first",
      hue: 3,
      shortcut: "o",
      definition: "Help abroad rests on the request or the consent of the government concerned.",
      whenToUse:
        "The speaker makes a request or consent the condition, or says what harm comes of going in without it.",
      whenNotToUse:
        "The point is how a reluctant government may be brought to agree: Persuasion and quiet diplomacy.",
      example: "“We stand at the door until somebody opens. That is hard, and it is the rule.”",
      counterExample:
        "“I would ask an old friend of theirs to call.” A way to win consent: Persuasion and quiet diplomacy.",
    },
    {
      name: "Persuasion and quiet diplomacy",
      hue: 3,
      definition: "Finding out why a government is reluctant, and winning it over without noise.",
      whenToUse:
        "Reasons for reluctance are to be understood, trust built, one's own failures told, or common ground sought so that help is let in.",
      whenNotToUse:
        "Consent is only called necessary: Consent first. Another channel is taken in place of persuading: use the code of that channel.",
      example: "“Sit with them, tell them what we ourselves got wrong, and leave the communiqué for later.”",
      counterExample: "“Without a request our hands are tied.” The condition: Consent first.",
    },
    {
      name: "Through NGOs",
      hue: 3,
      definition: "Non-governmental organisations can reach people where a government is reluctant.",
      whenToUse:
        "NGOs or local groups are named as the right channel, or as those who are already there and trusted.",
      whenNotToUse: "An NGO is named in passing, or as the speaker's own employer.",
      example: "“Three nuns and a radio were let through where our convoy was not.”",
      counterExample: "“I used to work for an NGO.” In passing.",
    },
    {
      name: "Through international organisations",
      hue: 3,
      definition:
        "The United Nations or another body of many states makes help acceptable, or can ask for it.",
      whenToUse:
        "Such a body is named as channel, as guarantor that no politics are meant, or as the one who may request.",
      whenNotToUse: "The United Nations is mentioned for where the concept came from.",
      example: "“Repaint the lorries white and blue, and the same rice gets through.”",
      counterExample: "“The term was coined in a United Nations report.” Its origin.",
    },
    {
      name: "Through companies",
      hue: 3,
      definition: "Companies can take part beside NGOs, with money and with other means of theirs.",
      whenToUse: "A firm's goods, transport, people, skills or money are named as help in an emergency.",
      whenNotToUse:
        "A company's responsibility in general is discussed: Added value > Instrumental where the concept explains it.",
      example: "“Our trucks go out every morning anyhow; two of them can carry water.”",
      counterExample: "“The annual report has a chapter on society.” Responsibility in general.",
    },
    {
      name: "Specialised know-how",
      hue: 3,
      definition: "Japan can offer skills that few others have.",
      whenToUse: "A particular skill or technology of Japan's is named as what it should bring.",
      whenNotToUse:
        "The skill of handling offers at home: Coordination. How well any helper works: Effectiveness decides.",
      example: "“Not many can read a damaged dam from the sound of it. We have people who can.”",
      counterExample: "“We need somebody who knows how to receive the teams.” Coordination.",
    },
    {
      name: "Effectiveness decides",
      hue: 3,
      definition: "Whose help is taken depends on how well the helper can do the work.",
      whenToUse: "What a helper can do is set above who the helper is.",
      whenNotToUse: "Help is welcomed from everybody alike: Accept assistance.",
      example: "“Send whoever has done this before, and ask about the passport afterwards.”",
      counterExample: "“We should be grateful to anyone who comes.” Accept assistance.",
    },
  ],
};
