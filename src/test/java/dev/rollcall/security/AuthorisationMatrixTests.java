package dev.rollcall.security;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteAlias;
import dev.rollcall.audit.Actor;
import dev.rollcall.people.AgentId;
import dev.rollcall.people.GroupDraft;
import dev.rollcall.people.Register;
import dev.rollcall.people.Scope;
import dev.rollcall.people.UnitId;
import dev.rollcall.shared.ApplicationClock;
import dev.rollcall.support.Floor;
import dev.rollcall.support.FreshStart;
import dev.rollcall.support.ModuleTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Who may open which view, call which service and use which address. What is new fails here until
/// somebody writes down who may.
@ModuleTest
class AuthorisationMatrixTests {

    private static final List<String> ROLES =
            List.of(
                    Role.AGENT,
                    Role.SUPERVISOR,
                    Role.UNIT_MANAGER,
                    Role.QUALITY_ANALYST,
                    Role.ADMIN);

    private static final String VIEWS =
            """
            /                       | agent supervisor unit-manager quality-analyst admin
            /adherence              | supervisor unit-manager
            /excuses                | supervisor unit-manager
            /excuses/:record        | supervisor unit-manager
            /alerts                 | supervisor unit-manager
            /messages               | supervisor unit-manager
            /messages/:record       | supervisor unit-manager
            /my-performance/:metric(payments|services|complaints|calls) | agent supervisor unit-manager quality-analyst
            /my-data                | agent supervisor unit-manager quality-analyst
            /feedback               | supervisor unit-manager quality-analyst
            /my-feedback            | agent supervisor unit-manager quality-analyst
            /settings/feedback      | admin
            /my-evaluations         | agent supervisor unit-manager quality-analyst
            /my-evaluations/:number | agent supervisor unit-manager quality-analyst
            /coaching               | supervisor unit-manager
            /coaching/:number       | supervisor unit-manager
            /my-coaching            | agent supervisor unit-manager quality-analyst
            /customers              | supervisor unit-manager quality-analyst
            /customers/import       | unit-manager quality-analyst
            /development            | supervisor unit-manager
            /development/:agent     | supervisor unit-manager
            /my-development         | agent supervisor unit-manager quality-analyst
            /settings/wellbeing     | admin
            /quality                | supervisor unit-manager quality-analyst
            /quality/calibrations/:number | supervisor unit-manager quality-analyst
            /quality/evaluations/:number | supervisor unit-manager quality-analyst
            /quality/import         | supervisor unit-manager quality-analyst
            /reviews                | supervisor unit-manager quality-analyst
            /reviews/:agent         | agent supervisor unit-manager quality-analyst
            /incentives             | supervisor unit-manager
            /incentives/awards/:number | supervisor unit-manager
            /incentives/schemes/:code | supervisor unit-manager
            /my-rewards             | agent supervisor unit-manager quality-analyst
            /recognition            | agent supervisor unit-manager quality-analyst
            /my-day                 | agent supervisor unit-manager quality-analyst
            /recent-actions         | supervisor unit-manager admin
            /goals                  | unit-manager
            /team-performance       | supervisor unit-manager
            /team-performance/shared/:share([0-9]{1,18}) | supervisor unit-manager
            /my-performance         | agent supervisor unit-manager quality-analyst
            /adherence/agent/:agent | supervisor unit-manager
            /agents                 | supervisor unit-manager
            /agents/:record         | supervisor unit-manager
            /back-office            | agent supervisor unit-manager
            /back-office/:record    | agent supervisor unit-manager
            /chat-groups            | supervisor unit-manager
            /chat-groups/:record    | supervisor unit-manager
            /plans/import           | supervisor unit-manager
            /calendar               | agent supervisor unit-manager quality-analyst
            /dashboard              | supervisor unit-manager
            /demand                 | supervisor unit-manager
            /demand/import          | supervisor unit-manager
            /definitions            | agent supervisor unit-manager quality-analyst admin
            /login                  | anonymous agent supervisor unit-manager quality-analyst admin
            /people                 | supervisor unit-manager quality-analyst admin
            /people/:kind(agents|groups|departments|units)/:code? | supervisor unit-manager quality-analyst admin
            /people/import          | admin
            /planner                | supervisor unit-manager
            /requests               | agent supervisor unit-manager quality-analyst
            /requests/inbox         | supervisor unit-manager
            /reports/adherence      | agent supervisor unit-manager quality-analyst
            /reports/adherence/:record | agent supervisor unit-manager quality-analyst
            /reports/weekly         | agent supervisor unit-manager quality-analyst
            /reports/weekly/:record | agent supervisor unit-manager quality-analyst
            /reports/patterns       | supervisor unit-manager
            /reports/person/:agent  | agent supervisor unit-manager quality-analyst
            /reports/attendance     | agent supervisor unit-manager quality-analyst
            /reports/attendance/:record | agent supervisor unit-manager quality-analyst
            /reports/attendance/corrections | agent supervisor unit-manager quality-analyst
            /reports/attendance/corrections/:record | agent supervisor unit-manager quality-analyst
            /settings               | supervisor unit-manager admin
            /settings/audit         | admin
            /settings/navigation    | admin
            /settings/try-event     | admin
            /settings/audit/:record | admin
            /settings/feeds         | admin
            /settings/feeds/:record | admin
            /settings/kpi-facts     | admin
            /settings/rejected-events | admin
            /settings/rejected-events/:record | admin
            /planner/versions/:agent/:date | supervisor unit-manager
            /settings/holidays      | supervisor unit-manager admin
            /settings/absence-types | admin
            /settings/excuse-reasons | admin
            /settings/alerts        | admin
            /settings/message-templates | admin
            /settings/activities    | admin
            /settings/activities/:record | admin
            /settings/adherence     | supervisor unit-manager admin
            /settings/recalculation | supervisor unit-manager admin
            /settings/mapping       | supervisor unit-manager admin
            /settings/rewards       | unit-manager
            /settings/scorecards    | admin
            /settings/scorecards/:code | admin
            /settings/roles         | admin
            /settings/roles/:record | admin
            /settings/tokens        | admin
            /settings/usage         | admin
            /settings/users         | admin
            /settings/users/:record | admin
            /settings/workforce     | admin
            /notifications          | agent supervisor unit-manager quality-analyst admin
            /setup                  | anonymous agent supervisor unit-manager quality-analyst admin
            /welcome                | anonymous agent supervisor unit-manager quality-analyst admin
            /cases                  | agent supervisor unit-manager
            /cases/:record          | agent supervisor unit-manager
            /console                | agent supervisor unit-manager
            /settings/handling      | supervisor unit-manager admin
            /settings/handling/:record | supervisor unit-manager admin
            """;

    private static final String SERVICES =
            """
            Activities.save           | admin
            Adherence.board           | supervisor unit-manager
            Adherence.calculate       | supervisor unit-manager
            Adherence.days            | agent supervisor unit-manager quality-analyst
            Adherence.explain         | agent supervisor unit-manager quality-analyst
            Adherence.figures         | supervisor unit-manager
            Adherence.timeline        | agent supervisor unit-manager quality-analyst
            Adherence.total           | supervisor unit-manager
            Adherence.wouldExcuse     | supervisor unit-manager
            AdherenceReports.days     | agent supervisor unit-manager quality-analyst
            AdherenceReports.people   | agent supervisor unit-manager quality-analyst
            AdherenceReports.report   | agent supervisor unit-manager quality-analyst
            PersonReports.person      | agent supervisor unit-manager quality-analyst
            TeamPatterns.faults       | supervisor unit-manager
            TeamPatterns.shrinkage    | supervisor unit-manager
            TeamPatterns.strained     | supervisor unit-manager
            WeeklyReports.note        | supervisor unit-manager
            WeeklyReports.open        | agent supervisor unit-manager quality-analyst
            WeeklyReports.week        | agent supervisor unit-manager quality-analyst
            AdherenceSettings.current | supervisor unit-manager admin
            AdherenceSettings.history | supervisor unit-manager admin
            AdherenceSettings.level   | supervisor unit-manager admin
            AdherenceSettings.ownToday | supervisor unit-manager admin
            AdherenceSettings.save    | supervisor unit-manager admin
            AgentDashboard.agent      | supervisor unit-manager
            AgentDashboard.agents     | supervisor unit-manager
            AgentDashboard.chatGroups | supervisor unit-manager
            AgentDashboard.groups     | supervisor unit-manager
            AgentImport.importCsv     | admin
            AssumptionBook.decide     | supervisor unit-manager
            AssumptionBook.read       | supervisor unit-manager
            AssumptionBook.takeBack   | supervisor unit-manager
            Attendance.days           | agent supervisor unit-manager quality-analyst
            Attendance.person         | agent supervisor unit-manager quality-analyst
            Attendance.report         | agent supervisor unit-manager quality-analyst
            AuditTrail.actors         | admin
            AuditTrail.export         | admin
            AuditTrail.kindsOfThings  | admin
            AuditTrail.page           | admin
            AuditTrail.read           | admin
            BackOfficeTasks.cancel    | supervisor unit-manager
            BackOfficeTasks.change    | supervisor unit-manager
            BackOfficeTasks.create    | agent supervisor unit-manager
            BackOfficeTasks.find      | agent supervisor unit-manager
            BackOfficeTasks.intervals | agent supervisor unit-manager
            BackOfficeTasks.list      | agent supervisor unit-manager
            BackOfficeTasks.page      | agent supervisor unit-manager
            Corrections.approve       | supervisor unit-manager
            Corrections.ask           | agent supervisor unit-manager quality-analyst
            Corrections.askFor        | supervisor unit-manager
            Corrections.find          | agent supervisor unit-manager quality-analyst
            Corrections.page          | agent supervisor unit-manager quality-analyst
            Corrections.refuse        | supervisor unit-manager
            Corrections.reported      | agent supervisor unit-manager quality-analyst
            Corrections.waiting       | agent supervisor unit-manager quality-analyst
            Corrections.withdraw      | agent supervisor unit-manager quality-analyst
            Dashboards.open           | supervisor unit-manager
            Dashboards.reset          | supervisor unit-manager
            Dashboards.save           | supervisor unit-manager
            Dashboards.share          | unit-manager
            Demand.groups             | supervisor unit-manager
            Demand.requiredHeads      | supervisor unit-manager
            Demand.requiredHeadsOfGroups | supervisor unit-manager
            Demand.requirements       | supervisor unit-manager
            Deeds.own                 | supervisor unit-manager admin
            Deeds.undo                | supervisor unit-manager admin
            ExcuseReasons.save        | admin
            Excuses.covered           | supervisor unit-manager
            Excuses.end               | supervisor unit-manager
            Excuses.find              | supervisor unit-manager
            Excuses.give              | supervisor unit-manager
            Excuses.giveEach          | supervisor unit-manager
            EventConsole.look         | admin
            EventConsole.send         | admin
            EventTrials.look          | admin
            EventTrials.send          | admin
            EventTrials.timelineWith  | admin
            Excuses.page              | supervisor unit-manager
            Excuses.preview           | supervisor unit-manager
            Excuses.takeBack          | supervisor unit-manager
            Explanations.approve      | supervisor unit-manager
            Explanations.decided      | supervisor unit-manager
            Explanations.explain      | agent supervisor unit-manager quality-analyst
            Explanations.explainFor   | supervisor unit-manager
            Explanations.find         | agent supervisor unit-manager quality-analyst
            Explanations.page         | agent supervisor unit-manager quality-analyst
            Explanations.reject       | supervisor unit-manager
            Explanations.suggestedEnd | supervisor unit-manager
            Explanations.waiting      | supervisor unit-manager
            Explanations.withdraw     | agent supervisor unit-manager quality-analyst
            AlertRules.order          | admin
            AlertRules.remove         | admin
            AlertRules.save           | admin
            AlertRules.saveBudget     | admin
            Alerts.own                | supervisor unit-manager
            Alerts.page               | supervisor unit-manager
            MessageTemplates.order    | admin
            MessageTemplates.save     | admin
            QuickMessages.answer      | agent supervisor unit-manager quality-analyst
            QuickMessages.answerFor   | supervisor unit-manager
            QuickMessages.delivered   | agent supervisor unit-manager quality-analyst
            QuickMessages.find        | supervisor unit-manager
            QuickMessages.page        | supervisor unit-manager
            QuickMessages.read        | agent supervisor unit-manager quality-analyst
            QuickMessages.readFor     | supervisor unit-manager
            QuickMessages.send        | supervisor unit-manager
            QuickMessages.waiting     | agent supervisor unit-manager quality-analyst
            QuickMessages.withdraw    | supervisor unit-manager
            Retrospect.board          | supervisor unit-manager
            Retrospect.day            | agent supervisor unit-manager quality-analyst
            Retrospect.explain        | agent supervisor unit-manager quality-analyst
            Retrospect.since          | agent supervisor unit-manager quality-analyst
            StatusOverrides.change    | supervisor unit-manager
            StatusOverrides.forgetNext | supervisor unit-manager
            StatusOverrides.next      | supervisor unit-manager
            Definitions.add           | admin
            Definitions.check         | agent supervisor unit-manager quality-analyst admin
            Definitions.remove        | admin
            Definitions.tryOut        | admin
            Feeds.list                | admin
            Forecasting.take          | supervisor unit-manager
            Forecasting.week          | supervisor unit-manager
            ForgottenClockOuts.end    | agent supervisor unit-manager quality-analyst
            ForgottenClockOuts.own    | agent supervisor unit-manager quality-analyst
            LiveBoard.rows            | supervisor unit-manager
            LiveBoard.subscribe       | supervisor unit-manager
            Goals.choices             | unit-manager
            Goals.measure             | unit-manager
            Goals.measures            | unit-manager
            Goals.save                | unit-manager
            Goals.sheet               | unit-manager
            FactImport.take           | admin
            GroupCounts.all           | admin
            GroupCounts.decide        | admin
            KpiCounts.recount         | admin
            KpiLog.take               | admin
            Cadences.settle           | admin
            FeedbackOfPeople.due      | supervisor unit-manager quality-analyst
            FeedbackOfPeople.of       | agent supervisor unit-manager quality-analyst
            FeedbackOfPeople.page     | supervisor unit-manager quality-analyst
            FeedbackOfPeople.themes   | supervisor unit-manager quality-analyst
            FeedbackTags.save         | admin
            GiveFeedback.colleagues   | agent supervisor unit-manager quality-analyst
            GiveFeedback.given        | agent supervisor unit-manager quality-analyst
            GiveFeedback.takeBack     | agent supervisor unit-manager quality-analyst
            GiveFeedback.toColleague  | agent supervisor unit-manager quality-analyst
            GiveFeedback.toPerson     | supervisor unit-manager
            OwnFeedback.answer        | agent supervisor unit-manager quality-analyst
            OwnFeedback.open          | agent supervisor unit-manager quality-analyst
            OwnFeedback.report        | agent supervisor unit-manager quality-analyst
            OwnFeedback.show          | agent supervisor unit-manager quality-analyst
            OwnFeedback.shownToTheTeam | agent supervisor unit-manager quality-analyst
            OwnFeedback.thank         | agent supervisor unit-manager quality-analyst
            OwnRounds.answer          | agent supervisor unit-manager quality-analyst
            OwnRounds.waiting         | agent supervisor unit-manager quality-analyst
            ReportedFeedback.decide   | admin
            ReportedFeedback.waiting  | admin
            Rounds.list               | supervisor unit-manager quality-analyst admin
            Rounds.managers           | admin
            Rounds.open               | admin
            Rounds.result             | supervisor unit-manager quality-analyst admin
            Coaching.action           | supervisor unit-manager
            Coaching.cancel           | supervisor unit-manager
            Coaching.change           | supervisor unit-manager
            Coaching.followUp         | supervisor unit-manager
            Coaching.goal             | supervisor unit-manager
            Coaching.held             | supervisor unit-manager
            Coaching.list             | supervisor unit-manager
            Coaching.material         | supervisor unit-manager
            Coaching.missed           | supervisor unit-manager
            Coaching.note             | supervisor unit-manager
            Coaching.open             | supervisor unit-manager
            Coaching.openActions      | supervisor unit-manager
            Coaching.people           | supervisor unit-manager
            Coaching.prepare          | supervisor unit-manager
            Coaching.tick             | supervisor unit-manager
            Coaching.tip              | supervisor unit-manager
            Coaching.tips             | supervisor unit-manager
            OwnCoaching.acknowledge   | agent supervisor unit-manager quality-analyst
            OwnCoaching.learned       | agent supervisor unit-manager quality-analyst
            OwnCoaching.list          | agent supervisor unit-manager quality-analyst
            OwnCoaching.tick          | agent supervisor unit-manager quality-analyst
            OwnCoaching.tips          | agent supervisor unit-manager quality-analyst
            Effects.of                | agent supervisor unit-manager quality-analyst
            SessionsOf.title          | agent supervisor unit-manager quality-analyst
            Development.begin         | supervisor unit-manager
            Development.edit          | supervisor unit-manager
            Development.list          | supervisor unit-manager
            Development.open          | supervisor unit-manager
            Development.person        | supervisor unit-manager
            Development.plans         | supervisor unit-manager
            DevelopmentOf.changes     | agent supervisor unit-manager quality-analyst
            DevelopmentOf.plan        | agent supervisor unit-manager quality-analyst
            OwnDevelopment.begin      | agent supervisor unit-manager quality-analyst
            OwnDevelopment.edit       | agent supervisor unit-manager quality-analyst
            OwnDevelopment.open       | agent supervisor unit-manager quality-analyst
            OwnDevelopment.plans      | agent supervisor unit-manager quality-analyst
            CheckIns.asked            | agent supervisor unit-manager quality-analyst
            CheckIns.forget           | agent supervisor unit-manager quality-analyst
            CheckIns.mine             | agent supervisor unit-manager quality-analyst
            CheckIns.say              | agent supervisor unit-manager quality-analyst
            Wellbeing.asking          | supervisor unit-manager
            Wellbeing.sums            | supervisor unit-manager
            WellbeingUnits.settle     | admin
            QuickMessages.mine        | agent supervisor unit-manager quality-analyst
            Evaluations.begin         | supervisor unit-manager quality-analyst
            Evaluations.change        | supervisor unit-manager quality-analyst
            Evaluations.discard       | supervisor unit-manager quality-analyst
            Evaluations.drafts        | supervisor unit-manager quality-analyst
            Evaluations.keep          | supervisor unit-manager quality-analyst
            Evaluations.open          | supervisor unit-manager quality-analyst
            Evaluations.publish       | supervisor unit-manager quality-analyst
            Evaluations.save          | supervisor unit-manager quality-analyst
            Evaluations.page          | supervisor unit-manager quality-analyst
            EvaluationsOf.published   | agent supervisor unit-manager quality-analyst
            Reviews.people            | supervisor unit-manager quality-analyst
            Reviews.pack              | agent supervisor unit-manager quality-analyst
            Story.own                 | agent supervisor unit-manager quality-analyst
            QualityFigures.report     | supervisor unit-manager quality-analyst
            InteractionImport.take    | supervisor unit-manager quality-analyst
            Interactions.find         | supervisor unit-manager quality-analyst
            Interactions.observe      | supervisor unit-manager quality-analyst
            Interactions.page         | supervisor unit-manager quality-analyst
            Interactions.take         | supervisor unit-manager quality-analyst
            Sampling.countWaiting     | supervisor unit-manager quality-analyst
            Sampling.draw             | supervisor unit-manager quality-analyst
            Sampling.drawWhatIsOver   | supervisor unit-manager quality-analyst
            Sampling.draws            | supervisor unit-manager quality-analyst
            Sampling.pass             | supervisor unit-manager quality-analyst
            Sampling.plans            | supervisor unit-manager quality-analyst
            Sampling.save             | supervisor unit-manager quality-analyst
            Sampling.waiting          | supervisor unit-manager quality-analyst
            Calibrations.close        | supervisor unit-manager quality-analyst
            Calibrations.find         | supervisor unit-manager quality-analyst
            Calibrations.list         | supervisor unit-manager quality-analyst
            Calibrations.open         | supervisor unit-manager quality-analyst
            Calibrations.score        | supervisor unit-manager quality-analyst
            OwnEvaluations.acknowledge | agent supervisor unit-manager quality-analyst
            OwnEvaluations.assess     | agent supervisor unit-manager quality-analyst
            OwnEvaluations.decline    | agent supervisor unit-manager quality-analyst
            OwnEvaluations.dispute    | agent supervisor unit-manager quality-analyst
            OwnEvaluations.list       | agent supervisor unit-manager quality-analyst
            OwnEvaluations.month      | agent supervisor unit-manager quality-analyst
            OwnEvaluations.open       | agent supervisor unit-manager quality-analyst
            Awards.award              | unit-manager
            Awards.check              | unit-manager
            Awards.find               | supervisor unit-manager
            Awards.list               | supervisor unit-manager
            Awards.people             | supervisor unit-manager
            Awards.waiting            | unit-manager
            DryRuns.run               | unit-manager
            OwnSurveys.month          | agent supervisor unit-manager quality-analyst
            SurveyImport.take         | unit-manager quality-analyst
            Surveys.answers           | supervisor unit-manager quality-analyst
            Surveys.of                | agent supervisor unit-manager quality-analyst
            Surveys.report            | supervisor unit-manager quality-analyst
            Surveys.take              | unit-manager quality-analyst
            Appeals.correct           | supervisor unit-manager
            Appeals.countWaiting      | supervisor unit-manager
            Appeals.decided           | supervisor unit-manager
            Appeals.leave             | supervisor unit-manager
            Appeals.waiting           | supervisor unit-manager
            Awards.of                 | supervisor unit-manager
            Awards.told               | supervisor unit-manager
            OwnAppeals.appeal         | agent supervisor unit-manager quality-analyst
            OwnAppeals.mine           | agent supervisor unit-manager quality-analyst
            OwnAppeals.open           | agent supervisor unit-manager quality-analyst
            OwnAppeals.withdraw       | agent supervisor unit-manager quality-analyst
            Recognition.boards        | agent supervisor unit-manager quality-analyst
            Recognition.choices       | agent supervisor unit-manager quality-analyst
            Recognition.decide        | unit-manager
            Recognition.isMember      | agent supervisor unit-manager quality-analyst
            Recognition.join          | agent supervisor unit-manager quality-analyst
            Recognition.show          | agent supervisor unit-manager quality-analyst
            Recognition.takeBack      | agent supervisor unit-manager quality-analyst
            Recognition.units         | unit-manager
            Recognition.wall          | agent supervisor unit-manager quality-analyst
            OwnRedemptions.ask        | agent supervisor unit-manager quality-analyst
            OwnRedemptions.choices    | agent supervisor unit-manager quality-analyst
            OwnRedemptions.mine       | agent supervisor unit-manager quality-analyst
            OwnRedemptions.withdraw   | agent supervisor unit-manager quality-analyst
            Redemptions.approve       | supervisor unit-manager
            Redemptions.decided       | supervisor unit-manager
            Redemptions.decline       | supervisor unit-manager
            Redemptions.waiting       | supervisor unit-manager
            Rewards.all               | unit-manager
            Rewards.save              | unit-manager
            Rewards.timeOff           | unit-manager
            TimeOffs.give             | supervisor unit-manager
            OwnRewards.balance        | agent supervisor unit-manager quality-analyst
            OwnRewards.entries        | agent supervisor unit-manager quality-analyst
            OwnRewards.periods        | agent supervisor unit-manager quality-analyst
            OwnRewards.progress       | agent supervisor unit-manager quality-analyst
            OwnRewards.seen           | agent supervisor unit-manager quality-analyst
            Schemes.all               | supervisor unit-manager
            Schemes.discard           | unit-manager
            Schemes.end               | unit-manager
            Schemes.find              | supervisor unit-manager
            Schemes.publish           | unit-manager
            Schemes.save              | unit-manager
            OwnQualityMonths.of       | agent supervisor unit-manager quality-analyst
            Scorecards.all            | supervisor unit-manager quality-analyst admin
            Scorecards.find           | supervisor unit-manager quality-analyst admin
            Scorecards.offered        | supervisor unit-manager quality-analyst
            Scorecards.discard        | admin
            Scorecards.publish        | admin
            Scorecards.retire         | admin
            Scorecards.save           | admin
            KpiLog.reject             | admin
            OwnKpis.categories        | agent supervisor unit-manager quality-analyst
            OwnKpis.days              | agent supervisor unit-manager quality-analyst
            OwnKpis.facts             | agent supervisor unit-manager quality-analyst
            OwnKpis.firstDay          | agent supervisor unit-manager quality-analyst
            OwnKpis.months            | agent supervisor unit-manager quality-analyst
            OwnKpis.upTo              | agent supervisor unit-manager quality-analyst
            OwnPerformance.aim        | agent supervisor unit-manager quality-analyst
            OwnPerformance.page       | agent supervisor unit-manager quality-analyst
            OwnDays.of                | agent supervisor unit-manager quality-analyst
            OwnMilestones.reached     | agent supervisor unit-manager quality-analyst
            OwnNextWork.open          | agent supervisor unit-manager quality-analyst
            OwnShares.readers         | agent supervisor unit-manager quality-analyst
            OwnShares.running         | agent supervisor unit-manager quality-analyst
            OwnShares.share           | agent supervisor unit-manager quality-analyst
            OwnShares.takeBack        | agent supervisor unit-manager quality-analyst
            OwnWorkingTime.of         | agent supervisor unit-manager quality-analyst
            SharedPerformance.look    | supervisor unit-manager
            SharedPerformance.withMe  | supervisor unit-manager
            TeamReports.of            | supervisor unit-manager
            RejectedFacts.discard     | admin
            RejectedFacts.open        | admin
            RejectedFacts.replay      | admin
            RejectedFacts.replayAll   | admin
            RejectedFacts.waiting     | admin
            OwnAdherence.figures      | agent supervisor unit-manager quality-analyst
            OwnAdherence.watch        | agent supervisor unit-manager quality-analyst
            OwnDetails.of             | agent supervisor unit-manager quality-analyst
            OwnData.export            | agent supervisor unit-manager quality-analyst
            OwnData.looks             | agent supervisor unit-manager quality-analyst
            OwnCalendar.days          | agent supervisor unit-manager quality-analyst
            OwnCalendar.figures       | agent supervisor unit-manager quality-analyst
            OwnCalendar.holidays      | agent supervisor unit-manager quality-analyst
            OwnCalendar.month         | agent supervisor unit-manager quality-analyst
            OwnCalendar.owner         | agent supervisor unit-manager quality-analyst
            OwnCalendar.showsPlans    | agent supervisor unit-manager quality-analyst
            WorkforceManagement.switchTo | admin
            People.agent              | supervisor unit-manager quality-analyst admin
            People.agents             | supervisor unit-manager quality-analyst admin
            People.department         | supervisor unit-manager quality-analyst admin
            People.departments        | supervisor unit-manager quality-analyst admin
            People.group              | supervisor unit-manager quality-analyst admin
            People.groups             | supervisor unit-manager quality-analyst admin
            People.mayWrite           | supervisor unit-manager quality-analyst admin
            People.putAgent           | admin
            People.putDepartment      | admin
            People.putGroup           | admin
            People.putUnit            | admin
            People.unit               | supervisor unit-manager quality-analyst admin
            People.units              | supervisor unit-manager quality-analyst admin
            People.writable           | supervisor unit-manager quality-analyst admin
            Planning.plan             | supervisor unit-manager
            Planning.replace          | supervisor unit-manager
            PresenceLog.append        | supervisor unit-manager
            PresenceLog.correct       | supervisor unit-manager
            PresenceLog.reject        | supervisor unit-manager
            RejectedEvents.count      | admin
            RejectedEvents.discard    | admin
            RejectedEvents.open       | admin
            RejectedEvents.page       | admin
            RejectedEvents.read       | admin
            RejectedEvents.replay     | admin
            RejectedEvents.replayAll  | admin
            RejectedEvents.sources    | admin
            RejectedEvents.waiting    | admin
            Roles.list                | admin
            Roles.put                 | admin
            Roles.remove              | admin
            NavigationProfiles.list   | admin
            NavigationProfiles.order  | admin
            NavigationProfiles.remove | admin
            NavigationProfiles.save   | admin
            Readiness.lines           | supervisor unit-manager admin
            RuleEvidence.undecided    | supervisor unit-manager admin
            RuleEvidence.unmapped     | supervisor unit-manager admin
            RulePreviews.follow       | supervisor unit-manager admin
            RulePreviews.of           | supervisor unit-manager admin
            RulePreviews.start        | supervisor unit-manager admin
            RulePreviews.startRecalculation | supervisor unit-manager admin
            RulePreviews.stop         | supervisor unit-manager admin
            Recalculations.isRunning  | supervisor unit-manager admin
            Recalculations.latest     | supervisor unit-manager admin
            Recalculations.start      | supervisor unit-manager admin
            CalendarFeeds.make        | agent supervisor unit-manager quality-analyst
            CalendarFeeds.own         | agent supervisor unit-manager quality-analyst
            CalendarFeeds.revoke      | agent supervisor unit-manager quality-analyst
            HolidayCalendar.importIcs | supervisor unit-manager admin
            HolidayCalendar.put       | supervisor unit-manager admin
            HolidayCalendar.remove    | supervisor unit-manager admin
            HolidayCalendar.units     | supervisor unit-manager admin
            HolidayCalendar.upcoming  | supervisor unit-manager admin
            PlanExport.plans          | supervisor unit-manager
            PlanExport.write          | supervisor unit-manager
            Planning.restore          | supervisor unit-manager
            Planning.versions         | supervisor unit-manager
            ScheduleImport.importCsv  | supervisor unit-manager
            ScheduleImport.importFile | supervisor unit-manager
            AgreedTerms.agree         | supervisor unit-manager
            AgreedTerms.of            | supervisor unit-manager
            Drafts.apply              | supervisor unit-manager
            Drafts.days               | supervisor unit-manager
            Drafts.discard            | supervisor unit-manager
            Drafts.keep               | supervisor unit-manager
            Drafts.roster             | supervisor unit-manager
            Proposals.follow          | supervisor unit-manager
            Proposals.forget          | supervisor unit-manager
            Proposals.of              | supervisor unit-manager
            Proposals.start           | supervisor unit-manager
            Proposals.stop            | supervisor unit-manager
            Publishing.preview        | supervisor unit-manager
            Publishing.publish        | supervisor unit-manager
            Rotations.assign          | supervisor unit-manager
            Rotations.of              | supervisor unit-manager
            Rotations.plan            | supervisor unit-manager
            Rotations.remove          | supervisor unit-manager
            Rotations.save            | supervisor unit-manager
            ShiftTemplates.find       | supervisor unit-manager
            ShiftTemplates.list       | supervisor unit-manager
            ShiftTemplates.of         | supervisor unit-manager
            ShiftTemplates.remove     | supervisor unit-manager
            ShiftTemplates.save       | supervisor unit-manager
            Preferences.change        | agent supervisor unit-manager quality-analyst
            Preferences.of            | supervisor unit-manager
            Preferences.record        | supervisor unit-manager
            Preferences.own           | agent supervisor unit-manager quality-analyst
            AbsenceTypes.save         | admin
            Allowances.of             | supervisor unit-manager
            Allowances.own            | agent supervisor unit-manager quality-analyst
            Allowances.set            | supervisor unit-manager
            Swaps.agree               | agent supervisor unit-manager quality-analyst
            Swaps.colleagues          | agent supervisor unit-manager quality-analyst
            Swaps.offer               | agent supervisor unit-manager quality-analyst
            Swaps.offered             | agent supervisor unit-manager quality-analyst
            Swaps.own                 | agent supervisor unit-manager quality-analyst
            Swaps.ownShifts           | agent supervisor unit-manager quality-analyst
            Swaps.preview             | agent supervisor unit-manager quality-analyst
            Swaps.refuse              | agent supervisor unit-manager quality-analyst
            Swaps.take                | agent supervisor unit-manager quality-analyst
            Swaps.withdraw            | agent supervisor unit-manager quality-analyst
            Swaps.approve             | supervisor unit-manager
            Swaps.offerFor            | supervisor unit-manager
            Swaps.page                | supervisor unit-manager
            Swaps.read                | supervisor unit-manager
            Swaps.takeFor             | supervisor unit-manager
            Swaps.withdrawFor         | supervisor unit-manager
            Swaps.decided             | supervisor unit-manager
            Swaps.decline             | supervisor unit-manager
            Swaps.waiting             | supervisor unit-manager
            OpenShifts.claim          | agent supervisor unit-manager quality-analyst
            OpenShifts.offered        | agent supervisor unit-manager quality-analyst
            OpenShifts.unclaim        | agent supervisor unit-manager quality-analyst
            OpenShifts.close          | supervisor unit-manager
            OpenShifts.claimFor       | supervisor unit-manager
            OpenShifts.page           | supervisor unit-manager
            OpenShifts.read           | supervisor unit-manager
            OpenShifts.decided        | supervisor unit-manager
            OpenShifts.decline        | supervisor unit-manager
            OpenShifts.give           | supervisor unit-manager
            OpenShifts.post           | supervisor unit-manager
            OpenShifts.posted         | supervisor unit-manager
            RequestRules.of           | supervisor unit-manager
            RequestRules.save         | supervisor unit-manager
            RequestRules.units        | supervisor unit-manager
            TimeOffs.approve          | supervisor unit-manager
            TimeOffs.approvedDays     | supervisor unit-manager
            TimeOffs.askFor           | supervisor unit-manager
            TimeOffs.cancel           | supervisor unit-manager
            TimeOffs.decline          | supervisor unit-manager
            TimeOffs.decided          | supervisor unit-manager
            TimeOffs.outlook          | supervisor unit-manager
            TimeOffs.outlooks         | supervisor unit-manager
            TimeOffs.seen             | supervisor unit-manager
            TimeOffs.waiting          | supervisor unit-manager
            TimeOffs.page             | supervisor unit-manager
            TimeOffs.read             | supervisor unit-manager
            TimeOffs.ask              | agent supervisor unit-manager quality-analyst
            TimeOffs.eraseNote        | agent supervisor unit-manager quality-analyst
            TimeOffs.own              | agent supervisor unit-manager quality-analyst
            TimeOffs.preview          | agent supervisor unit-manager quality-analyst
            TimeOffs.withdraw         | agent supervisor unit-manager quality-analyst
            Statuses.clockOut         | agent supervisor unit-manager quality-analyst
            Statuses.forgetNext       | agent supervisor unit-manager quality-analyst
            Statuses.set              | agent supervisor unit-manager quality-analyst
            Statuses.setUntil         | agent supervisor unit-manager quality-analyst
            Statuses.setWhenDone      | agent supervisor unit-manager quality-analyst
            TaskWork.finish           | agent supervisor unit-manager
            TaskWork.pause            | agent supervisor unit-manager
            TaskWork.start            | agent supervisor unit-manager
            Tokens.create             | admin
            Tokens.list               | admin
            Tokens.revoke             | admin
            Tracking.save             | admin
            UsageConsent.give         | agent supervisor unit-manager quality-analyst
            UsageConsent.own          | agent supervisor unit-manager quality-analyst
            UsageConsent.withdraw     | agent supervisor unit-manager quality-analyst
            UsageReports.latest       | admin
            UsageSwitch.switchTo      | admin
            UserNames.of              | admin
            UserLanguages.of          | admin
            Users.change              | admin
            Users.create              | admin
            Users.endSessions         | admin
            Users.find                | admin
            Users.invite              | admin
            Users.list                | admin
            Users.newLink             | admin
            Users.openLinks           | admin
            Users.setPassword         | admin
            VolumeImport.importHeads  | supervisor unit-manager
            VolumeImport.importVolumes | supervisor unit-manager
            Volumes.decideHeads       | supervisor unit-manager
            Volumes.decidedHeads      | supervisor unit-manager
            Volumes.read              | supervisor unit-manager
            Volumes.replace           | supervisor unit-manager
            Cases.groups              | agent supervisor unit-manager
            Cases.page                | agent supervisor unit-manager
            Cases.read                | agent supervisor unit-manager
            Desk.colleaguesFor        | agent supervisor unit-manager
            Desk.groupsFor            | agent supervisor unit-manager
            Desk.isOnCall             | agent supervisor unit-manager
            Desk.items                | agent supervisor unit-manager
            Desk.owner                | agent supervisor unit-manager
            Desk.queues               | agent supervisor unit-manager
            Handling.decide           | supervisor unit-manager admin
            Handling.limit            | supervisor unit-manager
            Handling.managed          | supervisor unit-manager admin
            Handling.switchTo         | agent supervisor unit-manager
            WorkHistory.arrivals      | supervisor unit-manager
            WorkItems.arrive          | supervisor unit-manager
            WorkItems.complete        | agent supervisor unit-manager
            WorkItems.item            | supervisor unit-manager
            WorkItems.layAside        | agent supervisor unit-manager
            WorkItems.start           | agent supervisor unit-manager
            WorkItems.take            | agent supervisor unit-manager
            WorkItems.transfer        | agent supervisor unit-manager
            """;

    private static final String ADDRESSES =
            """
            /activities GET                          | any
            /activities/{code} GET                   | any
            /activities/{code} PUT                   | admin
            /adherence GET                           | adherence:read admin
            /adherence/calculations POST             | adherence:read admin
            /adherence/current GET                   | adherence:read admin
            /adherence/excuse-reasons GET            | adherence:read adherence:write admin
            /adherence/excuse-reasons/{code} PUT     | admin
            /adherence/excuses GET                   | adherence:read admin
            /adherence/excuses POST                  | adherence:write admin
            /adherence/excuses/preview POST          | adherence:write admin
            /adherence/excuses/{id} GET              | adherence:read admin
            /adherence/excuses/{id}/end POST         | adherence:write admin
            /adherence/excuses/{id}/take-back POST   | adherence:write admin
            /adherence/explanations GET              | adherence:read admin
            /adherence/explanations POST             | adherence:write admin
            /adherence/explanations/{id} GET         | adherence:read admin
            /adherence/explanations/{id}/approve POST | adherence:write admin
            /adherence/explanations/{id}/reject POST | adherence:write admin
            /message-templates GET                   | adherence:read adherence:write admin
            /message-templates PUT                   | admin
            /message-templates/{code} PUT            | admin
            /messages GET                            | adherence:read admin
            /messages POST                           | adherence:write admin
            /messages/{id} GET                       | adherence:read admin
            /messages/{id}/answers POST              | adherence:write admin
            /messages/{id}/reads POST                | adherence:write admin
            /messages/{id}/withdraw POST             | adherence:write admin
            /agents/{externalId}/status/next DELETE  | presence:write admin
            /status-overrides POST                   | presence:write admin
            /alert-budget GET                        | admin
            /alert-budget PUT                        | admin
            /alert-rules GET                         | admin
            /alert-rules POST                        | admin
            /alert-rules PUT                         | admin
            /alert-rules/{id} DELETE                 | admin
            /alert-rules/{id} PUT                    | admin
            /alerts GET                              | adherence:read admin
            /agents GET                              | people:read people:write admin
            /agents/{externalId} GET                 | people:read people:write admin
            /agents/{externalId} PUT                 | people:write admin
            /agents/{externalId}/activation GET      | work:read work:write admin
            /agents/{externalId}/activation/{group} PUT | work:write admin
            /agents/{externalId}/limits/{channel} PUT | work:write admin
            /agents/{externalId}/schedule/{date} GET | schedule:read admin
            /agents/{externalId}/schedule/{date} PUT | schedule:write admin
            /agents/{externalId}/status GET          | presence:read admin
            /agents/{externalId}/status PUT          | presence:write admin
            /agents/{externalId}/timeline GET        | adherence:read admin
            /agents/{externalId}/adherence-patterns GET | adherence:read admin
            /agents/{externalId}/weekly-reports/{week} GET | adherence:read admin
            /agents/{externalId}/weekly-reports/{week}/note PUT | adherence:write admin
            /agents/{externalId}/attendance GET      | presence:read admin
            /attendance GET                          | presence:read admin
            /attendance/corrections GET              | presence:read admin
            /attendance/corrections POST             | presence:write admin
            /attendance/corrections/{id} GET         | presence:read admin
            /attendance/corrections/{id}/approve POST | presence:write admin
            /attendance/corrections/{id}/refuse POST | presence:write admin
            /open-shifts GET                         | schedule:read admin
            /open-shifts POST                        | schedule:write admin
            /open-shifts/{id} GET                    | schedule:read admin
            /open-shifts/{id}/claims POST            | schedule:write admin
            /open-shifts/{id}/claims/{externalId}/decline POST | schedule:write admin
            /open-shifts/{id}/claims/{externalId}/give POST | schedule:write admin
            /open-shifts/{id}/close POST             | schedule:write admin
            /shift-swaps GET                         | schedule:read admin
            /shift-swaps POST                        | schedule:write admin
            /shift-swaps/{id} GET                    | schedule:read admin
            /shift-swaps/{id}/approve POST           | schedule:write admin
            /shift-swaps/{id}/decline POST           | schedule:write admin
            /shift-swaps/{id}/take POST              | schedule:write admin
            /shift-swaps/{id}/withdraw POST          | schedule:write admin
            /units/{code}/holidays GET               | schedule:read admin
            /units/{code}/holidays/imports POST      | schedule:write admin
            /time-off-requests GET                   | schedule:read admin
            /time-off-requests POST                  | schedule:write admin
            /time-off-requests/{id} GET              | schedule:read admin
            /time-off-requests/{id}/approve POST     | schedule:write admin
            /time-off-requests/{id}/cancel POST      | schedule:write admin
            /time-off-requests/{id}/decline POST     | schedule:write admin
            /back-office-tasks GET                   | work:read work:write admin
            /back-office-tasks POST                  | work:write admin
            /back-office-tasks/{id} GET              | work:read work:write admin
            /back-office-tasks/{id} PUT              | work:write admin
            /back-office-tasks/{id}/cancel POST      | work:write admin
            /back-office-tasks/{id}/finish POST      | work:write admin
            /back-office-tasks/{id}/lay-aside POST   | work:write admin
            /back-office-tasks/{id}/start POST       | work:write admin
            /demand/groups/{code}/assumptions GET    | schedule:read schedule:write admin
            /demand/groups/{code}/assumptions/{validFrom} DELETE | schedule:write admin
            /demand/groups/{code}/assumptions/{validFrom} PUT | schedule:write admin
            /demand/groups/{code}/forecast GET       | schedule:read schedule:write admin
            /demand/groups/{code}/forecast/take POST | schedule:write admin
            /demand/groups/{code}/required-heads GET | schedule:read schedule:write admin
            /demand/groups/{code}/required-heads PUT | schedule:write admin
            /demand/groups/{code}/volumes GET        | schedule:read schedule:write admin
            /demand/groups/{code}/volumes PUT        | schedule:write admin
            /demand/imports POST                     | schedule:write admin
            /demand/units/{code}/required-heads GET  | schedule:read schedule:write admin
            /groups GET                              | people:read people:write admin
            /groups/{code} GET                       | people:read people:write admin
            /groups/{code} PUT                       | people:write admin
            /groups/{code}/handling GET              | work:read work:write admin
            /groups/{code}/handling PUT              | work:write admin
            /kpi-facts POST                          | kpi:write admin
            /interactions POST                       | quality:write admin
            /interactions/imports POST               | quality:write admin
            /evaluations GET                         | quality:read admin
            /awards GET                              | incentives:read admin
            /survey-responses POST                   | surveys:write admin
            /presence-events POST                    | presence:write admin
            /rejected-events GET                     | admin
            /rejected-events/{id}/replay POST        | admin
            /agents/{externalId}/schedule/{date}/versions GET | schedule:read admin
            /agents/{externalId}/schedule/{date}/versions/{version}/restore POST | schedule:write admin
            /reports/adherence GET                   | adherence:read admin
            /reports/adherence/exports GET           | adherence:read admin
            /reports/schedule-faults GET             | adherence:read admin
            /reports/shrinkage GET                   | adherence:read admin
            /reports/strain GET                      | adherence:read admin
            /reports/weekly GET                      | adherence:read admin
            /schedules/exports GET                   | schedule:read admin
            /schedules/imports POST                  | schedule:write admin
            /settings/adherence GET                  | adherence:read adherence:write admin
            /settings/adherence PUT                  | adherence:write admin
            /settings/navigation-profiles GET        | admin
            /settings/navigation-profiles PUT        | admin
            /settings/navigation-profiles/{code} PUT | admin
            /settings/navigation-profiles/{code} DELETE | admin
            /settings/adherence/recalculations GET   | adherence:write admin
            /settings/adherence/recalculations POST  | adherence:write admin
            /settings/adherence/replays POST         | adherence:write admin
            /settings/adherence/replays/{id} GET     | adherence:write admin
            /settings/adherence/replays/{id} DELETE  | adherence:write admin
            /settings/adherence/unmapped GET         | adherence:write admin
            /units GET                               | people:read people:write admin
            /units/{code} GET                        | people:read people:write admin
            /units/{code} PUT                        | people:write admin
            /work-events POST                        | work:write admin
            /work-items POST                         | work:write admin
            /work-items/{reference} GET              | work:read work:write admin
            """;

    /// What a token for everything of one unit gets when it asks for somebody of another: it is not
    /// there; and for what is everybody's: that it may not.
    private static final String ELSEWHERE =
            """
            /activities GET                          | 200
            /activities/{code} GET                   | 200
            /activities/{code} PUT                   | 403
            /adherence GET                           | 404
            /adherence/calculations POST             | 400
            /adherence/current GET                   | 404
            /adherence/excuse-reasons GET            | 200
            /adherence/excuse-reasons/{code} PUT     | 403
            /adherence/excuses GET                   | 404
            /adherence/excuses POST                  | 400
            /adherence/excuses/preview POST          | 400
            /adherence/excuses/{id} GET              | 404
            /adherence/excuses/{id}/end POST         | 404
            /adherence/excuses/{id}/take-back POST   | 404
            /adherence/explanations GET              | 404
            /adherence/explanations POST             | 400
            /adherence/explanations/{id} GET         | 404
            /adherence/explanations/{id}/approve POST | 404
            /adherence/explanations/{id}/reject POST | 404
            /message-templates GET                   | 200
            /message-templates PUT                   | 400
            /message-templates/{code} PUT            | 403
            /messages GET                            | 404
            /messages POST                           | 400
            /messages/{id} GET                       | 404
            /messages/{id}/answers POST              | 400
            /messages/{id}/reads POST                | 400
            /messages/{id}/withdraw POST             | 404
            /agents/{externalId}/status/next DELETE  | 404
            /status-overrides POST                   | 400
            /alert-budget GET                        | 200
            /alert-budget PUT                        | 400
            /alert-rules GET                         | 200
            /alert-rules POST                        | 400
            /alert-rules PUT                         | 400
            /alert-rules/{id} DELETE                 | 403
            /alert-rules/{id} PUT                    | 404
            /alerts GET                              | 404
            /agents GET                              | 200
            /agents/{externalId} GET                 | 404
            /agents/{externalId} PUT                 | 404
            /agents/{externalId}/activation GET      | 404
            /agents/{externalId}/activation/{group} PUT | 404
            /agents/{externalId}/limits/{channel} PUT | 404
            /agents/{externalId}/schedule/{date} GET | 404
            /agents/{externalId}/schedule/{date} PUT | 404
            /agents/{externalId}/status GET          | 404
            /agents/{externalId}/status PUT          | 404
            /agents/{externalId}/timeline GET        | 404
            /agents/{externalId}/adherence-patterns GET | 404
            /agents/{externalId}/weekly-reports/{week} GET | 404
            /agents/{externalId}/weekly-reports/{week}/note PUT | 404
            /agents/{externalId}/attendance GET      | 404
            /attendance GET                          | 404
            /attendance/corrections GET              | 404
            /attendance/corrections POST             | 400
            /attendance/corrections/{id} GET         | 404
            /attendance/corrections/{id}/approve POST | 404
            /attendance/corrections/{id}/refuse POST | 404
            /open-shifts GET                         | 404
            /open-shifts POST                        | 400
            /open-shifts/{id} GET                    | 404
            /open-shifts/{id}/claims POST            | 404
            /open-shifts/{id}/claims/{externalId}/decline POST | 404
            /open-shifts/{id}/claims/{externalId}/give POST | 404
            /open-shifts/{id}/close POST             | 404
            /shift-swaps GET                         | 404
            /shift-swaps POST                        | 400
            /shift-swaps/{id} GET                    | 404
            /shift-swaps/{id}/approve POST           | 404
            /shift-swaps/{id}/decline POST           | 404
            /shift-swaps/{id}/take POST              | 404
            /shift-swaps/{id}/withdraw POST          | 404
            /units/{code}/holidays GET               | 404
            /units/{code}/holidays/imports POST      | 404
            /time-off-requests GET                   | 404
            /time-off-requests POST                  | 400
            /time-off-requests/{id} GET              | 404
            /time-off-requests/{id}/approve POST     | 404
            /time-off-requests/{id}/cancel POST      | 404
            /time-off-requests/{id}/decline POST     | 404
            /back-office-tasks GET                   | 404
            /back-office-tasks POST                  | 400
            /back-office-tasks/{id} GET              | 404
            /back-office-tasks/{id} PUT              | 404
            /back-office-tasks/{id}/cancel POST      | 404
            /back-office-tasks/{id}/finish POST      | 404
            /back-office-tasks/{id}/lay-aside POST   | 404
            /back-office-tasks/{id}/start POST       | 404
            /demand/groups/{code}/assumptions GET    | 404
            /demand/groups/{code}/assumptions/{validFrom} DELETE | 404
            /demand/groups/{code}/assumptions/{validFrom} PUT | 404
            /demand/groups/{code}/forecast GET       | 404
            /demand/groups/{code}/forecast/take POST | 404
            /demand/groups/{code}/required-heads GET | 404
            /demand/groups/{code}/required-heads PUT | 404
            /demand/groups/{code}/volumes GET        | 404
            /demand/groups/{code}/volumes PUT        | 404
            /demand/imports POST                     | 400
            /demand/units/{code}/required-heads GET  | 404
            /groups GET                              | 200
            /groups/{code} GET                       | 404
            /groups/{code} PUT                       | 404
            /groups/{code}/handling GET              | 404
            /groups/{code}/handling PUT              | 404
            /kpi-facts POST                          | 200
            /interactions POST                       | 200
            /interactions/imports POST               | 400
            /evaluations GET                         | 200
            /awards GET                              | 200
            /survey-responses POST                   | 200
            /presence-events POST                    | 200
            /rejected-events GET                     | 403
            /rejected-events/{id}/replay POST        | 403
            /agents/{externalId}/schedule/{date}/versions GET | 404
            /agents/{externalId}/schedule/{date}/versions/{version}/restore POST | 404
            /reports/adherence GET                   | 404
            /reports/adherence/exports GET           | 404
            /reports/schedule-faults GET             | 404
            /reports/shrinkage GET                   | 404
            /reports/strain GET                      | 404
            /reports/weekly GET                      | 404
            /schedules/exports GET                   | 404
            /schedules/imports POST                  | 400
            /settings/adherence GET                  | 404
            /settings/adherence PUT                  | 404
            /settings/navigation-profiles GET        | 403
            /settings/navigation-profiles PUT        | 400
            /settings/navigation-profiles/{code} PUT | 403
            /settings/navigation-profiles/{code} DELETE | 403
            /settings/adherence/recalculations GET   | 200
            /settings/adherence/recalculations POST  | 404
            /settings/adherence/replays POST         | 404
            /settings/adherence/replays/{id} GET     | 404
            /settings/adherence/replays/{id} DELETE  | 404
            /settings/adherence/unmapped GET         | 404
            /units GET                               | 200
            /units/{code} GET                        | 404
            /units/{code} PUT                        | 404
            /work-events POST                        | 200
            /work-items POST                         | 400
            /work-items/{reference} GET              | 404
            """;

    @Autowired private ApplicationContext application;
    @Autowired private MockMvc web;
    @Autowired private ViewAccess views;
    @Autowired private Access access;
    @Autowired private Tokens tokens;
    @Autowired private ApplicationClock clock;
    @Autowired private SignIns signIns;
    @Autowired private Floor floor;
    @Autowired private Register register;
    @Autowired private RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Test
    void opensEachViewToThoseWhoMayAndNobodyElse() {
        var users = usersByRole();
        var found = new TreeMap<String, String>();
        for (var view : annotated(Route.class)) {
            var who =
                    (views.mayOpen(view) ? "anonymous " : "")
                            + rolesThat(users, () -> views.mayOpen(view));
            routes(view).forEach(route -> found.put("/" + route, who));
        }
        assertTable(found, VIEWS);
    }

    @Test
    void answersEachGuardedServiceToThoseWhoMayAndNobodyElse() {
        var users = usersByRole();
        var found = new TreeMap<String, String>();
        for (var name : application.getBeanDefinitionNames()) {
            var bean = application.getBean(name);
            var type = AopUtils.getTargetClass(bean);
            if (!isOurs(type) || Component.class.isAssignableFrom(type)) {
                continue;
            }
            for (var method : guarded(type)) {
                assertThat(AopUtils.isAopProxy(bean)).as("%s is guarded", name).isTrue();
                assertThat(isRefused(bean, method))
                        .as("%s without a sign-in", called(method))
                        .isTrue();
                found.put(called(method), rolesThat(users, () -> !isRefused(bean, method)));
            }
        }
        assertTable(found, SERVICES);
    }

    @Test
    void opensEachAddressToTheScopesThatNeedItAndNoOthers() {
        var all = TokenScope.values();
        var byScope = new TreeMap<TokenScope, String>();
        Arrays.stream(all).forEach(scope -> byScope.put(scope, signIns.token(scope)));
        var found = new TreeMap<String, String>();
        for (var address : addresses()) {
            var may =
                    Arrays.stream(all)
                            .filter(scope -> send(address, byScope.get(scope)).getStatus() != 403)
                            .map(TokenScope::text)
                            .toList();
            found.put(address.toString(), may.size() == all.length ? "any" : String.join(" ", may));
        }
        assertTable(found, ADDRESSES);
    }

    @Test
    void namesTheScopeThatIsMissing() throws Exception {
        var useless = signIns.token(TokenScope.KPI_READ);
        for (var address : addresses()) {
            var answer = send(address, useless);
            if (answer.getStatus() == 403) {
                assertThat(answer.getContentType()).isEqualTo("application/problem+json");
                assertThat(answer.getContentAsString())
                        .as(address.toString())
                        .contains("missing-scope")
                        .containsPattern("The token lacks the scope [a-z]+(:[a-z]+)?");
            }
        }
    }

    @Test
    void saysOfOtherUnitsThatTheyAreNotThere() throws Exception {
        floor.unit("elsewhere", "UTC");
        var here = floor.unit("here", "UTC");
        var secret = floor.agent("secret-agent", "elsewhere").agent();
        register.putGroup(
                "secret-group",
                new GroupDraft("Secret", "elsewhere", null, "CALL"),
                null,
                Scope.everyone(),
                Actor.system("test"));
        var token = signIns.token(here.id(), TokenScope.ADMIN);
        var found = new TreeMap<String, String>();
        for (var address : addresses()) {
            var answer = send(address.about(secret.externalId()), token);
            found.put(address.toString(), "" + answer.getStatus());
            assertThat(answer.getContentAsString())
                    .as("%s", address)
                    .doesNotContain("Secret")
                    .doesNotContain("\"name\":\"secret");
        }
        assertTable(found, ELSEWHERE);
    }

    @Test
    void isShutToWhoeverSendsNoGoodToken() {
        var revoked = signIns.token(TokenScope.ADMIN);
        access.asSystem("test", () -> tokens.revoke(revoked.split("_")[1]));
        var expired = shortLived();
        clock.advance(Duration.ofHours(1));
        for (var address : addresses()) {
            for (var token : new @Nullable String[] {null, revoked, expired, "rc_nonsense", ""}) {
                assertThat(send(address, token).getStatus()).as("%s", address).isEqualTo(401);
            }
        }
    }

    @Test
    void isShutToSessionsOfEveryRole() throws Exception {
        for (var user : usersByRole().values()) {
            var session = new MockHttpSession();
            session.setAttribute(
                    HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                    new SecurityContextImpl(SignIns.session(user)));
            for (var address : addresses()) {
                var answer = web.perform(address.request().session(session)).andReturn();
                assertThat(answer.getResponse().getStatus()).as("%s", address).isEqualTo(401);
            }
        }
    }

    private Map<String, UserId> usersByRole() {
        var found = new LinkedHashMap<String, UserId>();
        for (var role : ROLES) {
            var agent = floor.agent("person-" + role).agent();
            found.put(role, signIns.user(agent.id(), Assignment.everywhere(role)).id());
        }
        return found;
    }

    private static String rolesThat(Map<String, UserId> users, BooleanSupplier may) {
        return users.entrySet().stream()
                .filter(user -> SignIns.as(user.getValue(), may::getAsBoolean))
                .map(Map.Entry::getKey)
                .collect(joining(" "));
    }

    private String shortLived() {
        var end = FreshStart.NOW.plus(Duration.ofMinutes(59));
        return access.asSystem(
                        "test",
                        () ->
                                tokens.create(
                                        new NewToken("Short", Set.of(TokenScope.ADMIN), null, end)))
                .text();
    }

    // What there is

    private static List<Class<?>> annotated(Class<? extends java.lang.annotation.Annotation> by) {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(by));
        return scanner.findCandidateComponents("dev.rollcall").stream()
                .<Class<?>>map(found -> {
                    try {
                        return Class.forName(found.getBeanClassName());
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                })
                .toList();
    }

    private static Stream<String> routes(Class<?> view) {
        return Stream.concat(
                Stream.of(view.getAnnotation(Route.class).value()),
                Arrays.stream(view.getAnnotationsByType(RouteAlias.class)).map(RouteAlias::value));
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("dev.rollcall.");
    }

    private static List<Method> guarded(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(Predicate.not(Method::isSynthetic))
                .filter(method ->
                        AnnotatedElementUtils.hasAnnotation(method, Requires.class)
                                || AnnotatedElementUtils.hasAnnotation(type, Requires.class))
                .toList();
    }

    private static String called(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private List<Address> addresses() {
        return requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(AuthorisationMatrixTests::addresses)
                .filter(address -> address.path().startsWith("/api/"))
                .toList();
    }

    private static Stream<Address> addresses(RequestMappingInfo info) {
        var types = info.getConsumesCondition().getConsumableMediaTypes();
        var type = types.isEmpty() ? "application/json" : types.iterator().next().toString();
        var methods = info.getMethodsCondition().getMethods();
        return info.getPatternValues().stream()
                .flatMap(path ->
                        (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                                .stream()
                                        .map(method ->
                                                new Address(
                                                        method.asHttpMethod(), path, type, "{}")));
    }

    private record Address(HttpMethod method, String path, String type, String body) {

        /// The same, about a record that is there.
        Address about(String agent) {
            var form =
                    path.endsWith("/status")
                            ? "{\"status\":\"AWAY\"}"
                            : path.endsWith("/{date}")
                                    ? "{\"activities\":[]}"
                                    : path.startsWith("/api/v1/activities")
                                            ? "{\"name\":\"Work\",\"category\":\"WORK\"}"
                                            : "{\"name\":\"Mine\",\"unit\":\"here\",\"zone\":\"UTC\",\"parent\":\"here\"}";
            var record =
                    path.contains("/units/")
                            ? "elsewhere"
                            : path.contains("/groups/") ? "secret-group" : "WORK";
            var asking =
                    switch (path.substring("/api/v1".length())) {
                        case "/reports/schedule-faults", "/reports/shrinkage", "/reports/strain" ->
                                "?from=2026-03-02&to=2026-03-02&unit=elsewhere";
                        case "/reports/weekly" -> "?week=2026-03-02&agent=" + agent;
                        case "/adherence",
                                "/attendance",
                                "/reports/adherence",
                                "/reports/adherence/exports",
                                "/schedules/exports" ->
                                "?from=2026-03-02&to=2026-03-02&agent=" + agent;
                        case "/back-office-tasks",
                                "/attendance/corrections",
                                "/adherence/excuses",
                                "/adherence/explanations",
                                "/messages",
                                "/alerts",
                                "/time-off-requests" ->
                                "?agent=" + agent;
                        case "/agents/{externalId}/attendance",
                                "/demand/groups/{code}/required-heads",
                                "/demand/groups/{code}/volumes",
                                "/demand/units/{code}/required-heads" ->
                                "?from=2026-03-02&to=2026-03-02";
                        case "/demand/groups/{code}/forecast",
                                "/demand/groups/{code}/forecast/take" ->
                                "?week=2026-03-02";
                        case "/adherence/current",
                                "/open-shifts",
                                "/settings/adherence",
                                "/settings/adherence/recalculations",
                                "/settings/adherence/replays",
                                "/settings/adherence/unmapped",
                                "/shift-swaps" ->
                                "?unit=elsewhere";
                        default -> "";
                    };
            var there = path.replace("{externalId}", agent).replace("{code}", record) + asking;
            return new Address(method, there, type, form);
        }

        MockHttpServletRequestBuilder request() {
            var uri =
                    path.replace("{externalId}", "nobody")
                            .replace("{code}", "NONE")
                            .replace("{group}", "none")
                            .replace("{channel}", "CHAT")
                            .replace("{date}", "2026-03-02")
                            .replace("{version}", "1")
                            .replace("{week}", "2026-03-02")
                            .replace("{validFrom}", "2026-03-02")
                            .replace("{id}", "0")
                            .replace("{reference}", "none");
            return MockMvcRequestBuilders.request(method, URI.create(uri))
                    .contentType(type)
                    .content(body);
        }

        @Override
        public String toString() {
            return path.substring("/api/v1".length()) + " " + method;
        }
    }

    // What comes of asking

    private MockHttpServletResponse send(Address address, @Nullable String token) {
        var request = address.request();
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return web.perform(request).andReturn().getResponse();
        } catch (Exception e) {
            throw new AssertionError(address.toString(), e);
        }
    }

    /// Whether the guard stands in the way; what the service itself makes of arguments without
    /// sense is nobody's business here.
    private static boolean isRefused(Object bean, Method method) {
        try {
            var proxied = bean.getClass().getMethod(method.getName(), method.getParameterTypes());
            if (proxied.invoke(bean, senseless(method)) instanceof AutoCloseable opened) {
                opened.close();
            }
            return false;
        } catch (InvocationTargetException e) {
            return e.getCause() instanceof AuthorizationDeniedException
                    || e.getCause() instanceof AuthenticationCredentialsNotFoundException;
        } catch (Exception e) {
            throw new AssertionError(called(method), e);
        }
    }

    private static @Nullable Object[] senseless(Method method) {
        return Arrays.stream(method.getParameterTypes())
                .map(AuthorisationMatrixTests::senseless)
                .toArray();
    }

    private static @Nullable Object senseless(Class<?> type) {
        if (type == Scope.class) {
            return Scope.nobody();
        } else if (type == Consumer.class) {
            return (Consumer<?>) _ -> {};
        } else if (type == String.class) {
            return "nothing";
        } else if (type == LocalDate.class) {
            return Floor.TODAY;
        } else if (type == AgentId.class) {
            return new AgentId(0);
        } else if (type == UnitId.class) {
            return new UnitId(0);
        } else if (type == boolean.class) {
            return false;
        } else if (type == int.class) {
            return 0;
        } else if (type == long.class) {
            return 0L;
        }
        return null;
    }

    /// Compares what was found with a table; the width of its columns does not matter.
    private static void assertTable(Map<String, String> found, String expected) {
        assertThat(found.entrySet().stream().map(row -> row.getKey() + " | " + row.getValue()))
                .containsExactlyInAnyOrderElementsOf(
                        expected.lines().map(row -> row.replaceAll(" +\\|", " |")).toList());
    }
}
