/**
 * The things that any service needs, for example problems, connections, HTTP, database, audit log, access, jobs, mail
 * and files. No class of this room works with figures.
 *
 * <p>Face, the only types that other rooms (see the README) may use:
 *
 * <ul>
 *   <li>access: {@code AccountRequest}, {@code AccountRole}, {@code AccountService}, {@code AccountView}, {@code Actor},
 *       {@code CurrentActor}, {@code DemoAccounts}, {@code FirstAdministrator},
 *       {@code GrantService}, {@code OwnAreas}, {@code ProviderAccountService}, {@code SignInService},
 *       {@code TokenService}
 *   <li>alert: {@code AlertCause}, {@code AlertConfig}, {@code AlertService}, {@code AlertTexts}, {@code WatchedMeasure}
 *   <li>audit: {@code AuditChain}, {@code AuditLog}, {@code AuditRecorder}, {@code AuditRows}, {@code LogLines},
 *       {@code LogWatch}, {@code ReadRecorder}, {@code RecordedEvent}, {@code StatedHeads}
 *   <li>cache: {@code AnswerCache}, {@code CacheFillFilter}, {@code CachedAnswerFilter}, {@code PublicState}
 *   <li>connection: {@code BodyConfig}
 *   <li>contact: {@code MessageKind}
 *   <li>database: {@code ChunkStore}, {@code CopyWriter}, {@code Database}, {@code JsonText}, {@code ReadReplica}
 *   <li>http: {@code AcceptHeader}, {@code CachePolicy}, {@code CachedReply}, {@code DataLimitConfig},
 *       {@code EntityTags}, {@code GzipEncoding}, {@code IdempotencyKey}, {@code LanguageParameters}, {@code Page},
 *       {@code PageRequest}, {@code ParameterFilter}, {@code RateFilter}, {@code RevalidationFilter},
 *       {@code SecurityHeadersFilter}, {@code SubscriptionConfig}, {@code TableFormat}
 *   <li>job: {@code JobResource}, {@code JobService}, {@code JobView}, {@code LongWork}, {@code RepeatableWork},
 *       {@code RetrySchedule}
 *   <li>mail: {@code Audience}, {@code DailyMail}, {@code MailDeliveryService}, {@code MailFilter},
 *       {@code MailRecord}, {@code MailService}, {@code MailText}, {@code MailsInUse}
 *   <li>people: {@code InvitationService}
 *   <li>problem: {@code InputError}, {@code LanguageTexts}, {@code Problem}, {@code ProblemCatalogue},
 *       {@code ProblemException}, {@code ProblemRenderer}, {@code ProblemType}, {@code StorageProblems},
 *       {@code WordSuggestions}
 *   <li>provider: {@code ProviderCalls}, {@code ProviderClaims}, {@code ProviderConfig}
 *   <li>retention: {@code RetentionConfig}, {@code RetentionRule}, {@code RetentionService}
 *   <li>signing: {@code Envelope}, {@code SigningKeys}, {@code Statement}, {@code StatementSigner}
 *   <li>storage: {@code FreeSpace}, {@code OwnerOnly}, {@code TemporaryFiles}
 * </ul>
 */
package org.tipstats.platform;
