/** Ids that nothing has. */

export const nobody = '00000000-0000-4000-8000-000000000000';
/** No id at all: databases refuse to look for some of these. */
export const noId = 'not-an-id';
