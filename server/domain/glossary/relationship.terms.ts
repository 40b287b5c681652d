/** Words about babies and their relationships: section A.1 of the PAIR Commissioning Toolkit, in our own words. */
import type { Term } from '../instrument/definition.ts';

export const relationshipTerms = [
  {
    id: 'adversity',
    term: 'Adversity',
    definition:
      'What weighs on a family: poverty, poor housing, illness or abuse now, or hard things long past. It can make it harder to give a baby a secure start.',
  },
  {
    id: 'aces',
    term: 'Adverse Childhood Experiences and Environments (ACEs)',
    definition:
      'Harm in somebody’s own childhood, such as neglect or violence at home, and the surroundings that bring it about. Parents may carry theirs into the time with a new baby.',
  },
  {
    id: 'attachment-disorder',
    term: 'Attachment disorder',
    definition:
      'A lasting disturbance in how a child relates to those who care for it. It can follow where a baby’s distress goes on for long and nobody helps.',
  },
  {
    id: 'attachment-pattern',
    term: 'Attachment pattern',
    definition:
      'How a baby turns to a carer in moments of stress: secure, insecure or disorganised. It can be told before the first birthday, and seldom changes unless the care does.',
  },
  {
    id: 'attunement',
    term: 'Attunement',
    definition: 'Being on a baby’s wavelength: noticing what it feels and answering in kind.',
  },
  {
    id: 'bonding',
    term: 'Bonding',
    definition:
      'The parent’s side of the tie: how a mother, father or carer comes to feel close to the baby. Attachment is the baby’s side.',
  },
  {
    id: 'brain-development',
    term: 'Brain development',
    definition:
      'How the brain grows and forms its connections. In the first years it leans heavily on how the people around the baby respond.',
  },
  {
    id: 'early-childhood-development',
    term: 'Early childhood development',
    definition:
      'All growing and learning before school age: body, speech, thought and feeling. The parent-infant relationship is one of its roots.',
  },
  {
    id: 'emotional-regulation',
    term: 'Emotional regulation',
    definition:
      'Coming back to calm after strong feelings. A baby needs a carer for it; managing alone comes years later.',
  },
  {
    id: 'good-enough-care',
    term: 'Good enough care',
    definition:
      'Care that is safe and responsive most of the time. No baby needs a perfect parent.',
  },
  {
    id: 'infant-mental-health',
    term: 'Infant mental health',
    definition:
      'How a baby is doing socially and emotionally, which grows out of the relationships around it. The word diagnoses nobody, and means neither medicine nor talking therapy for babies.',
  },
  {
    id: 'infant-mental-health-difficulties',
    term: 'Infant mental health difficulties',
    definition:
      'Trouble in a baby’s social and emotional wellbeing. It is looked for between people, not in the baby, so help takes in a carer too.',
  },
  {
    id: 'parental-sensitivity',
    term: 'Parental sensitivity',
    definition:
      'Noticing a baby’s signals, reading them rightly, and responding soon enough for the baby to feel understood.',
  },
  {
    id: 'reciprocity',
    term: 'Reciprocity',
    definition:
      'The give and take between parent and baby: each answers the other, with looks, sounds and movements.',
  },
  {
    id: 'social-and-emotional-development',
    term: 'Social and emotional development',
    definition:
      'Learning to handle feelings, to get on with others and to trust them. It begins in the first relationships.',
  },
] as const satisfies readonly Term[];
