export * from './definitions';
export * from './degreeHours';
export * from './predictedMeanVote';
