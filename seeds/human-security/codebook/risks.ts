import type { SampleCode } from "./types";

const gathers = {
  whenToUse: "Not on its own: choose one of the codes below.",
  example: "None: this code only gathers those below it.",
};

export const risks: SampleCode = {
  ...gathers,
  name: "Risks",
  hue: 5,
  definition: "What threatens people's security, where, and how soon.",
  whenNotToUse: "For what should be done about a danger: use Approach or Cross-border response.",
  counterExample: "“We would ask the government for its consent.” A response to a danger: Consent first.",
  children: [
    {
      ...gathers,
      name: "East Asia",
      hue: 5,
      definition:
        "Dangers that the speaker sees in East and Southeast Asia outside Japan, or in the region as a whole.",
      whenNotToUse: "For dangers inside Japan, or in other parts of the world.",
      counterExample: "“Half the shops in my home town are shut.” Inside Japan: Japan, Social issues.",
      children: [
        {
          name: "Natural disasters",
          hue: 5,
          shortcut: "n",
          definition:
            "Earthquakes, storms, floods and other natural hazards as a danger to people in the region.",
          whenToUse:
            "Such a hazard in the region, or what follows from one, is given as a human security problem.",
          whenNotToUse:
            "The hazard is in Japan: use the code of that name under Japan. A disaster is only the setting of a question about giving or taking help.",
          example:
            "“Every village on that delta has a story of the storm, and the next one is only a matter of the season.”",
          counterExample:
            "“Suppose a storm struck a neighbour. I would telephone first.” A setting for a response.",
        },
        {
          name: "Inter-state relations",
          hue: 5,
          shortcut: "i",
          definition: "Tension between the states of the region as a source of insecurity for people.",
          whenToUse:
            "Disputes, mistrust, arming or the chance of war between governments is named as a danger.",
          whenNotToUse:
            "The fighting is inside one country: Intra-state conflict. Relations are mentioned as a help, not as a danger.",
          example: "“When capitals stop speaking, it is the ferry crews who learn it first.”",
          counterExample: "“The rebels and the army have a truce that neither keeps.” Inside one state.",
        },
        {
          name: "Intra-state conflict",
          hue: 5,
          definition:
            "Armed or deep-rooted conflict inside a country of the region, and what it leaves behind.",
          whenToUse:
            "Fighting between groups or with a government inside a country, its displaced people, or its mines are named as a danger.",
          whenNotToUse:
            "States stand against each other: Inter-state relations. Crime or unrest without a conflict of groups.",
          example: "“Three generations in those hills have learned to tell the guns apart by ear.”",
          counterExample: "“Two navies were in the same strait again.” Between states.",
        },
        {
          name: "Social issues",
          hue: 5,
          definition:
            "Economic crises, poverty and widening gaps in the region, which strike the weakest first.",
          whenToUse:
            "Loss of work, poverty or inequality in a country of the region is given as a danger to people.",
          whenNotToUse:
            "The place is Japan: use the code of that name there. Want is discussed as a freedom and no place is named: Freedom from want.",
          example:
            "“The exchange rate fell on a Monday and by Friday the dormitories of the shoe factory were empty.”",
          counterExample: "“A third of our pensioners live alone.” In Japan.",
        },
      ],
    },
    {
      ...gathers,
      name: "Japan",
      hue: 5,
      definition: "Dangers to people that the speaker sees inside Japan.",
      whenNotToUse:
        "For the claim that the concept should be applied in Japan: that is Concept in use > Applies at home. Put both on if both are said.",
      counterExample: "“We ought to use the idea here too.” A claim about the concept: Applies at home.",
      children: [
        {
          name: "Social issues",
          hue: 5,
          shortcut: "s",
          definition:
            "Ageing, isolation, poverty, precarious work and unequal treatment as dangers to people in Japan.",
          whenToUse:
            "Such a condition in Japan is described or named as something that makes people insecure.",
          whenNotToUse:
            "The cause is a disaster or a hazard made by people, and the social side is only its place: use that code.",
          example: "“She has two jobs, no sick leave, and a landlord who will not rent to her again.”",
          counterExample: "“In the emergency housing the taps froze.” After a disaster: Natural disasters.",
        },
        {
          name: "Natural disasters",
          hue: 5,
          definition: "Earthquakes, tsunami, storms, heat, snow and floods as a danger to people in Japan.",
          whenToUse: "A natural hazard in Japan is named as a source of insecurity, past or to come.",
          whenNotToUse:
            "March 2011 is told as what changed the speaker's view of the concept: After March 2011. The reactor accident: Nuclear accident and modern hazards.",
          example:
            "“There is a stone above our village that says build no lower than this, and we have built lower.”",
          counterExample:
            "“After that spring I could not teach the course in the old way.” A change of view: After March 2011.",
        },
        {
          name: "Nuclear accident and modern hazards",
          hue: 5,
          definition:
            "Dangers that people have built: reactors, plants, fuel stores, networks on which a city hangs.",
          whenToUse:
            "The nuclear accident or another hazard of technology in Japan is named as a danger, alone or on top of a natural one.",
          whenNotToUse: "Only the earthquake or the wave is meant: Natural disasters.",
          example: "“One substation, and eleven hospitals were on their generators.”",
          counterExample: "“The quake itself lasted three minutes.” Natural.",
        },
        {
          name: "Foreign bases",
          hue: 5,
          definition:
            "The presence of foreign bases in Japan as a burden or danger to those who live beside them.",
          whenToUse:
            "Noise, accidents, crime or land taken by bases is named as insecurity of the people nearby.",
          whenNotToUse: "Bases are discussed as a matter of defence, without the people beside them.",
          example: "“The school had two timetables, one for the days when they fly.”",
          counterExample: "“The treaty covers that.” Defence policy, and nobody's life beside a base.",
        },
      ],
    },
    {
      name: "Downside risk",
      hue: 5,
      definition:
        "Human security is about how things can get suddenly worse, where human development is about their getting better.",
      whenToUse:
        "The concept is explained by the fall, the bad turn or the loss, in so many words or against development.",
      whenNotToUse: "A danger is named without a word on what kind of thinking the concept is.",
      example: "“Development counts the steps up. I am paid to think about the stairs giving way.”",
      counterExample: "“There could be a pandemic.” A danger, and no claim about the concept.",
    },
    {
      ...gathers,
      name: "Time frame",
      hue: 5,
      definition: "How soon the speaker takes a danger to be.",
      whenNotToUse: "For dates and histories that say nothing on how soon something threatens.",
      counterExample: "“I was posted there in the nineties.” A date.",
      children: [
        {
          name: "Urgent",
          hue: 5,
          shortcut: "u",
          definition: "A danger that is acute, or that comes without warning.",
          whenToUse:
            "The speaker calls a danger pressing, sets it apart from the slow ones, or shows that it leaves no time. Use it beside the code of the danger.",
          whenNotToUse: "The speaker urges haste in an answer rather than calling a danger near.",
          example: "“That one cannot wait for a white paper; there was shelling again on Sunday.”",
          counterExample: "“We should decide quickly who is in charge.” Haste in responding.",
        },
        {
          name: "Long-term",
          hue: 5,
          shortcut: "l",
          definition: "A danger that builds up slowly or has gone on for long.",
          whenToUse:
            "The speaker calls a danger slow, lasting or growing, or shows it over years. Use it beside the code of the danger.",
          whenNotToUse: "Work that takes long, or results that last: those are under Approach.",
          example: "“Each census moves another few thousand of them down to the flood plain.”",
          counterExample: "“It took us nine years to finish the road.” Long work, no danger.",
        },
      ],
    },
  ],
};
