/**
 * The collection of figures: submitted files are received, validated, justified, reviewed and accepted.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>discussion: {@code DiscussionService}
 *   <li>entry: {@code EntryBlock}, {@code EntryDraft}, {@code EntryPart}, {@code EntryParts}, {@code EntryService},
 *       {@code EntrySheet}, {@code EntrySubmissionService}
 *   <li>justify: {@code JustificationReader}, {@code Justifications}, {@code SubmissionTexts},
 *       {@code WarningReader}
 *   <li>mappings: {@code AnswerReader}, {@code GuessService}, {@code GuessTexts}, {@code GuessedFile},
 *       {@code MappingDiff}, {@code MappingService}, {@code SavedMapping}
 *   <li>metadata: {@code AcceptedMetadata}, {@code MetadataContent}, {@code MetadataService}, {@code MetadataVersion},
 *       {@code NationalStructure}
 *   <li>receive: {@code ReceiptReader}, {@code SubmissionMappings}, {@code SubmissionReader}, {@code SubmissionService},
 *       {@code SubmissionView}
 *   <li>reports: {@code HtmlReport}, {@code ReportFormats}, {@code ValidatedFile}
 *   <li>review: {@code ReviewQueue}, {@code ReviewService}
 *   <li>rounds: {@code BoardReader}, {@code DeclarationService}, {@code PartService}, {@code Round}, {@code RoundBoard},
 *       {@code RoundItem}, {@code RoundPart}, {@code RoundReader}, {@code RoundRequest}, {@code RoundService},
 *       {@code RoundSummary}, {@code RoundView}
 *   <li>submission: {@code SubmissionIds}, {@code SubmissionStatus}
 *   <li>trial: {@code AcceptedSubmissions}, {@code RuleTrialService}
 *   <li>upload: {@code Behalf}, {@code Corrections}, {@code MappingChoice}, {@code Upload}, {@code UploadFields},
 *       {@code UploadReceiver}
 *   <li>values: {@code AcceptedObservations}, {@code AccessibleFigures}, {@code Impact}, {@code ProposedFigures},
 *       {@code ReportedYears}
 * </ul>
 */
package org.tipstats.collect;
