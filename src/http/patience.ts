/** How long a request waits for the database before it is told to come back, in milliseconds. */
export const patience = 1500;
