<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccountActs</name>
    <message numerus="yes">
        <source>%Ln copied; paste them into a table or a message</source>
        <translation>
            <numerusform>%Ln copied; paste it into a table or a message</numerusform>
            <numerusform>%Ln copied; paste them into a table or a message</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts changed</source>
        <translation>
            <numerusform>%Ln account changed</numerusform>
            <numerusform>%Ln accounts changed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln accounts moved</source>
        <translation>
            <numerusform>%Ln account moved</numerusform>
            <numerusform>%Ln accounts moved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountCell</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountHead</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept %n weeks</source>
        <translation>
            <numerusform>kept %n week</numerusform>
            <numerusform>kept %n weeks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountPicker</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountWords</name>
    <message numerus="yes">
        <source>%n days ago</source>
        <translation>
            <numerusform>%n day ago</numerusform>
            <numerusform>%n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n units</source>
        <translation>
            <numerusform>%n unit</numerusform>
            <numerusform>%n units</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over %n days</source>
        <translation>
            <numerusform>over %n day</numerusform>
            <numerusform>over %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>{values} and %n more</source>
        <translation>
            <numerusform>{values} and %n more</numerusform>
            <numerusform>{values} and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AccountsPage</name>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln key account units</source>
        <translation>
            <numerusform>%Ln key account unit</numerusform>
            <numerusform>%Ln key account units</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnsweredBlock</name>
    <message numerus="yes">
        <source>%n stale</source>
        <translation>
            <numerusform>%n stale</numerusform>
            <numerusform>%n stale</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fill in the %n most wanted</source>
        <translation>
            <numerusform>Fill in the one most wanted</numerusform>
            <numerusform>Fill in the %n most wanted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Arrival</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows in it are known already.</source>
        <translation>
            <numerusform>%n row in it is known already.</numerusform>
            <numerusform>%n rows in it are known already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values were written differently here and there. Both are kept until you choose.</source>
        <translation>
            <numerusform>%n value was written differently here and there. Both are kept until you choose.</numerusform>
            <numerusform>%n values were written differently here and there. Both are kept until you choose.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for others that have not come yet.</source>
        <translation>
            <numerusform>%n row waits for another that has not come yet.</numerusform>
            <numerusform>%n rows wait for others that have not come yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows are not the sender&apos;s to write; they are kept and shown apart.</source>
        <translation>
            <numerusform>%n row is not the sender&apos;s to write; it is kept and shown apart.</numerusform>
            <numerusform>%n rows are not the sender&apos;s to write; they are kept and shown apart.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows wait for another rep&apos;s package, which tells whether they fit.</source>
        <translation>
            <numerusform>%n row waits for another rep&apos;s package, which tells whether it fits.</numerusform>
            <numerusform>%n rows wait for another rep&apos;s package, which tells whether they fit.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts are no longer yours to look after and leave the book.</source>
        <translation>
            <numerusform>%n account is no longer yours to look after and leaves the book.</numerusform>
            <numerusform>%n accounts are no longer yours to look after and leave the book.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n records were moved to other accounts and leave the book.</source>
        <translation>
            <numerusform>%n record was moved to another account and leaves the book.</numerusform>
            <numerusform>%n records were moved to other accounts and leave the book.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accounts stay until what you wrote on them is confirmed.</source>
        <translation>
            <numerusform>%n account stays until what you wrote on it is confirmed.</numerusform>
            <numerusform>%n accounts stay until what you wrote on them is confirmed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Beside</name>
    <message numerus="yes">
        <source>%n stops to look at</source>
        <translation>
            <numerusform>%n stop to look at</numerusform>
            <numerusform>%n stops to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last visited %n days ago</source>
        <translation>
            <numerusform>last visited %n day ago</numerusform>
            <numerusform>last visited %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BookCardPopover</name>
    <message numerus="yes">
        <source>and %n older</source>
        <translation>
            <numerusform>and %n older</numerusform>
            <numerusform>and %n older</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Causes</name>
    <message numerus="yes">
        <source>%n promises were late, broken or met in another way.</source>
        <translation>
            <numerusform>One promise was late, broken or met in another way.</numerusform>
            <numerusform>%n promises were late, broken or met in another way.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CausesCard</name>
    <message numerus="yes">
        <source>%n more: on the page of the day</source>
        <translation>
            <numerusform>%n more: on the page of the day</numerusform>
            <numerusform>%n more: on the page of the day</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChangeManyDialog</name>
    <message numerus="yes">
        <source>%n of {all} accounts change</source>
        <translation>
            <numerusform>%n of {all} accounts changes</numerusform>
            <numerusform>%n of {all} accounts change</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits end</source>
        <translation>
            <numerusform>%n fixed visit ends</numerusform>
            <numerusform>%n fixed visits end</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %n accounts together</source>
        <translation>
            <numerusform>Change %n account</numerusform>
            <numerusform>Change %n accounts together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClosePanel</name>
    <message numerus="yes">
        <source>%n things are still missing</source>
        <translation>
            <numerusform>%n thing is still missing</numerusform>
            <numerusform>%n things are still missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recorded</source>
        <translation>
            <numerusform>%n recorded</numerusform>
            <numerusform>%n recorded</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits are still to come</source>
        <translation>
            <numerusform>%n visit is still to come</numerusform>
            <numerusform>%n visits are still to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ColumnsPane</name>
    <message numerus="yes">
        <source>%n cell(s) wait for what the list does not say. What is not said stays a question; the rest goes in.</source>
        <translation>
            <numerusform>%n cell waits for what the list does not say. What is not said stays a question; the rest goes in.</numerusform>
            <numerusform>%n cells wait for what the list does not say. What is not said stays a question; the rest goes in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n column(s) are not known.</source>
        <translation>
            <numerusform>%n column is not known.</numerusform>
            <numerusform>%n columns are not known.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counting</name>
    <message numerus="yes">
        <source>That makes %n accounts that are counted as one each.</source>
        <translation>
            <numerusform>That makes %n account that is counted as one.</numerusform>
            <numerusform>That makes %n accounts that are counted as one each.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DayHeading</name>
    <message numerus="yes">
        <source>%n stops</source>
        <translation>
            <numerusform>%n stop</numerusform>
            <numerusform>%n stops</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DaysOff</name>
    <message numerus="yes">
        <source>%n days come from your own file.</source>
        <translation>
            <numerusform>One day comes from your own file.</numerusform>
            <numerusform>%n days come from your own file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It changes %n days; then the holidays are known until {year}.</source>
        <translation>
            <numerusform>It changes one day; then the holidays are known until {year}.</numerusform>
            <numerusform>It changes %n days; then the holidays are known until {year}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueDialog</name>
    <message numerus="yes">
        <source>%n promises</source>
        <translation>
            <numerusform>one promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DuplicatesDialog</name>
    <message numerus="yes">
        <source>%n pairs may be one account</source>
        <translation>
            <numerusform>%n pair may be one account</numerusform>
            <numerusform>%n pairs may be one account each</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%Ln records</source>
        <translation>
            <numerusform>%Ln record</numerusform>
            <numerusform>%Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records written to {path}</source>
        <translation>
            <numerusform>%Ln record written to {path}</numerusform>
            <numerusform>%Ln records written to {path}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attachments are listed by name; their content is not in it.</source>
        <translation>
            <numerusform>%Ln attachment is listed by name; its content is not in it.</numerusform>
            <numerusform>%Ln attachments are listed by name; their content is not in it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln without orders</source>
        <translation>
            <numerusform>%Ln without orders</numerusform>
            <numerusform>%Ln without orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ForecastCard</name>
    <message numerus="yes">
        <source>To reach the goal each of the %n weeks left must bring {amount}.</source>
        <translation>
            <numerusform>To reach the goal the %n week left must bring {amount}.</numerusform>
            <numerusform>To reach the goal each of the %n weeks left must bring {amount}.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GapsPanel</name>
    <message numerus="yes">
        <source>%n things left</source>
        <translation>
            <numerusform>%n thing left</numerusform>
            <numerusform>%n things left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits are still to come</source>
        <translation>
            <numerusform>%n visit is still to come</numerusform>
            <numerusform>%n visits are still to come</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Goals</name>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n together</source>
        <translation>
            <numerusform>%n</numerusform>
            <numerusform>%n together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GoalsBeside</name>
    <message numerus="yes">
        <source>%n visits to go</source>
        <translation>
            <numerusform>%n visit to go</numerusform>
            <numerusform>%n visits to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises due today or late</source>
        <translation>
            <numerusform>%n promise due today or late</numerusform>
            <numerusform>%n promises due today or late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports to write</source>
        <translation>
            <numerusform>%n report to write</numerusform>
            <numerusform>%n reports to write</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n actions due</source>
        <translation>
            <numerusform>%n action due</numerusform>
            <numerusform>%n actions due</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n requests without an answer</source>
        <translation>
            <numerusform>%n request without an answer</numerusform>
            <numerusform>%n requests without an answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n prospects to call</source>
        <translation>
            <numerusform>%n prospect to call</numerusform>
            <numerusform>%n prospects to call</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Next visits: %n steps agreed</source>
        <translation>
            <numerusform>Next visits: %n step agreed</numerusform>
            <numerusform>Next visits: %n steps agreed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Days ahead: %n</source>
        <translation>
            <numerusform>Days ahead: %n</numerusform>
            <numerusform>Days ahead: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Service: %n accounts get less than their class asks</source>
        <translation>
            <numerusform>Service: %n account gets less than its class asks</numerusform>
            <numerusform>Service: %n accounts get less than their class asks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>%n of them late</numerusform>
            <numerusform>%n of them late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things today</source>
        <translation>
            <numerusform>%n thing today</numerusform>
            <numerusform>%n things today</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandOverDialog</name>
    <message numerus="yes">
        <source>Hand over %n accounts</source>
        <translation>
            <numerusform>Hand over %n account</numerusform>
            <numerusform>Hand over %n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandPanel</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HandingDesk</name>
    <message numerus="yes">
        <source>%n accounts handed over to {name}</source>
        <translation>
            <numerusform>%n account handed over to {name}</numerusform>
            <numerusform>%n accounts handed over to {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryPanel</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistorySection</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportDialog</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LeaveDialog</name>
    <message numerus="yes">
        <source>%n customers to be told</source>
        <translation>
            <numerusform>%n customer to be told</numerusform>
            <numerusform>%n customers to be told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Left</name>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n settled just now</source>
        <translation>
            <numerusform>%n settled just now</numerusform>
            <numerusform>%n settled just now</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineHistoryDialog</name>
    <message numerus="yes">
        <source>%n changes</source>
        <translation>
            <numerusform>%n change</numerusform>
            <numerusform>%n changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n asked for by the customer</source>
        <translation>
            <numerusform>%n asked for by the customer</numerusform>
            <numerusform>%n asked for by the customer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exceptions</source>
        <translation>
            <numerusform>%n exception</numerusform>
            <numerusform>%n exceptions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineProposal</name>
    <message numerus="yes">
        <source>%n accounts without one</source>
        <translation>
            <numerusform>%n account without one</numerusform>
            <numerusform>%n accounts without one</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits</source>
        <translation>
            <numerusform>%n fixed visit</numerusform>
            <numerusform>%n fixed visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n miss a visit in the change-over ({names})</source>
        <translation>
            <numerusform>%n misses a visit in the change-over ({names})</numerusform>
            <numerusform>%n miss a visit in the change-over ({names})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more for another time: class A first</source>
        <translation>
            <numerusform>%n more for another time: class A first</numerusform>
            <numerusform>%n more for another time: class A first</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promised, which stay</source>
        <translation>
            <numerusform>%n promised, which stays</numerusform>
            <numerusform>%n promised, which stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be looked at ({what})</source>
        <translation>
            <numerusform>%n to be looked at ({what})</numerusform>
            <numerusform>%n to be looked at ({what})</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits more</source>
        <translation>
            <numerusform>%n visit more</numerusform>
            <numerusform>%n visits more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without coordinates</source>
        <translation>
            <numerusform>%n without coordinates</numerusform>
            <numerusform>%n without coordinates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineProposalDialog</name>
    <message numerus="yes">
        <source>%n changes of the line hold from {day} on.</source>
        <translation>
            <numerusform>%n change of the line holds from {day} on.</numerusform>
            <numerusform>%n changes of the line hold from {day} on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n changes</source>
        <translation>
            <numerusform>Accept %n change</numerusform>
            <numerusform>Accept %n changes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineRepairDialog</name>
    <message numerus="yes">
        <source>%n visits have been put on other days.</source>
        <translation>
            <numerusform>%n visit has been put on another day.</numerusform>
            <numerusform>%n visits have been put on other days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Put off %n visits</source>
        <translation>
            <numerusform>Put off %n visit</numerusform>
            <numerusform>Put off %n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without room</source>
        <translation>
            <numerusform>%n without room</numerusform>
            <numerusform>%n without room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ListedWords</name>
    <message numerus="yes">
        <source>%n days overdue, due {day}</source>
        <translation>
            <numerusform>%n day overdue, due {day}</numerusform>
            <numerusform>%n days overdue, due {day}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lists</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept %n weeks in a row</source>
        <translation>
            <numerusform>kept %n week in a row</numerusform>
            <numerusform>kept %n weeks in a row</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapSection</name>
    <message numerus="yes">
        <source>%n visits a quarter wanting on the line</source>
        <translation>
            <numerusform>%n visit a quarter wanting on the line</numerusform>
            <numerusform>%n visits a quarter wanting on the line</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits wanting</source>
        <translation>
            <numerusform>%n visit wanting</numerusform>
            <numerusform>%n visits wanting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts wanting</source>
        <translation>
            <numerusform>%n contact wanting</numerusform>
            <numerusform>%n contacts wanting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n reports wanting</source>
        <translation>
            <numerusform>%n report wanting</numerusform>
            <numerusform>%n reports wanting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits have no length.</source>
        <translation>
            <numerusform>%n visit has no length.</numerusform>
            <numerusform>%n visits have no length.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MappedColumnsModel</name>
    <message numerus="yes">
        <source>%n cell(s) wait for this. It is said once for the whole column.</source>
        <translation>
            <numerusform>%n cell waits for this. It is said once for the whole column.</numerusform>
            <numerusform>%n cells wait for this. It is said once for the whole column.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarketDesk</name>
    <message numerus="yes">
        <source>%n accounts marked as the rule has them.</source>
        <translation>
            <numerusform>%n account marked as the rule has it.</numerusform>
            <numerusform>%n accounts marked as the rule has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarketPage</name>
    <message numerus="yes">
        <source>%Ln accounts</source>
        <translation>
            <numerusform>%Ln account</numerusform>
            <numerusform>%Ln accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln marked key</source>
        <translation>
            <numerusform>%Ln marked key</numerusform>
            <numerusform>%Ln marked key</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MentionsBar</name>
    <message numerus="yes">
        <source>%n more reports speak of competitors</source>
        <translation>
            <numerusform>%n more report speaks of competitors</numerusform>
            <numerusform>%n more reports speak of competitors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MergeDialog</name>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits</source>
        <translation>
            <numerusform>%n fixed visit</numerusform>
            <numerusform>%n fixed visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises</source>
        <translation>
            <numerusform>%n promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n notes</source>
        <translation>
            <numerusform>%n note</numerusform>
            <numerusform>%n notes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rows of lists</source>
        <translation>
            <numerusform>%n row of lists</numerusform>
            <numerusform>%n rows of lists</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other records</source>
        <translation>
            <numerusform>%n other record</numerusform>
            <numerusform>%n other records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MetPart</name>
    <message numerus="yes">
        <source>%n more people</source>
        <translation>
            <numerusform>%n more person</numerusform>
            <numerusform>%n more people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MoveUnitsDialog</name>
    <message numerus="yes">
        <source>Move %n accounts under another account</source>
        <translation>
            <numerusform>Move %n account under another account</numerusform>
            <numerusform>Move %n accounts under another account</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OrderSection</name>
    <message numerus="yes">
        <source>Records %n</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPane</name>
    <message numerus="yes">
        <source> (%n more)</source>
        <translation>
            <numerusform> (%n more)</numerusform>
            <numerusform> (%n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not known</source>
        <translation>
            <numerusform>%n not known</numerusform>
            <numerusform>%n not known</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be said</source>
        <translation>
            <numerusform>%n to be said</numerusform>
            <numerusform>%n to be said</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewWords</name>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>kept %n weeks in a row</source>
        <translation>
            <numerusform>kept %n week in a row</numerusform>
            <numerusform>kept %n weeks in a row</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n orders</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PackedResult</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperWords</name>
    <message numerus="yes">
        <source>%n page(s)</source>
        <translation>
            <numerusform>%n page</numerusform>
            <numerusform>%n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) printed on both sides</source>
        <translation>
            <numerusform>%n sheet, both sides</numerusform>
            <numerusform>%n sheets, both sides</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n account(s)</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PeopleSection</name>
    <message numerus="yes">
        <source>%n people</source>
        <translation>
            <numerusform>%n person</numerusform>
            <numerusform>%n people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n roles missing</source>
        <translation>
            <numerusform>%n role missing</numerusform>
            <numerusform>%n roles missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n departments hang on one contact</source>
        <translation>
            <numerusform>%n department hangs on one contact</numerusform>
            <numerusform>%n departments hang on one contact</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PickAccountDialog</name>
    <message numerus="yes">
        <source>%n more: type on</source>
        <translation>
            <numerusform>One more: type on</numerusform>
            <numerusform>%n more: type on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Plain</name>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits done</source>
        <translation>
            <numerusform>%n visit done</numerusform>
            <numerusform>%n visits done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %n visits of today are done</source>
        <translation>
            <numerusform>The one visit of today is done</numerusform>
            <numerusform>All %n visits of today are done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The day is over, %n visits have no report yet</source>
        <translation>
            <numerusform>The day is over, %n visit has no report yet</numerusform>
            <numerusform>The day is over, %n visits have no report yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Printing</name>
    <message numerus="yes">
        <source>%n page(s) went to the printer</source>
        <translation>
            <numerusform>%n page went to the printer</numerusform>
            <numerusform>%n pages went to the printer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Promise</name>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation>
            <numerusform>1 day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromisesModel</name>
    <message numerus="yes">
        <source>{group}, %n promises</source>
        <translation>
            <numerusform>{group}, one promise</numerusform>
            <numerusform>{group}, %n promises</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days overdue</source>
        <translation>
            <numerusform>1 day overdue</numerusform>
            <numerusform>%n days overdue</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromisesPage</name>
    <message numerus="yes">
        <source>%n promises copied as a table.</source>
        <translation>
            <numerusform>One promise copied as a table.</numerusform>
            <numerusform>%n promises copied as a table.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises chosen</source>
        <translation>
            <numerusform>One promise chosen</numerusform>
            <numerusform>%n promises chosen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProposalList</name>
    <message numerus="yes">
        <source>%n accounts have no place</source>
        <translation>
            <numerusform>%n account has no place</numerusform>
            <numerusform>%n accounts have no place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProspectsSection</name>
    <message numerus="yes">
        <source>%n prospects</source>
        <translation>
            <numerusform>%n prospect</numerusform>
            <numerusform>%n prospects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n qualified</source>
        <translation>
            <numerusform>%n qualified</numerusform>
            <numerusform>%n qualified</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n leads passed on</source>
        <translation>
            <numerusform>%n lead passed on</numerusform>
            <numerusform>%n leads passed on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n returned</source>
        <translation>
            <numerusform>%n returned</numerusform>
            <numerusform>%n returned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>QuestionsSection</name>
    <message numerus="yes">
        <source>Evidence %n</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reckoned</name>
    <message numerus="yes">
        <source>Records %n</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecordCount</name>
    <message numerus="yes">
        <source>Evidence %n</source>
        <translation>
            <numerusform>%n record</numerusform>
            <numerusform>%n records</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportHead</name>
    <message numerus="yes">
        <source>%n minutes late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes early</source>
        <translation>
            <numerusform>%n minute early</numerusform>
            <numerusform>%n minutes early</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days early</source>
        <translation>
            <numerusform>%n day early</numerusform>
            <numerusform>%n days early</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoreDialog</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>%n account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contacts</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises</source>
        <translation>
            <numerusform>%n promise</numerusform>
            <numerusform>%n promises</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RivalsSection</name>
    <message numerus="yes">
        <source>Where a rival supplies more than we do, the account is theirs: %n of them.</source>
        <translation>
            <numerusform>Where a rival supplies more than we do, the account is theirs: %n of them.</numerusform>
            <numerusform>Where a rival supplies more than we do, the account is theirs: %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleCard</name>
    <message numerus="yes">
        <source>%n come in</source>
        <translation>
            <numerusform>%n comes in</numerusform>
            <numerusform>%n come in</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n drop out</source>
        <translation>
            <numerusform>%n drops out</numerusform>
            <numerusform>%n drop out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n can&apos;t be told</source>
        <translation>
            <numerusform>%n can&apos;t be told</numerusform>
            <numerusform>%n can&apos;t be told</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleDialog</name>
    <message numerus="yes">
        <source>%n accounts change sides:</source>
        <translation>
            <numerusform>%n account changes sides:</numerusform>
            <numerusform>%n accounts change sides:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RuleSection</name>
    <message numerus="yes">
        <source>Mark %Ln accounts as the rule has them</source>
        <translation>
            <numerusform>Mark %Ln account as the rule has it</numerusform>
            <numerusform>Mark %Ln accounts as the rule has them</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Safety</name>
    <message numerus="yes">
        <source>%n accounts</source>
        <translation>
            <numerusform>one account</numerusform>
            <numerusform>%n accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n steps in its history</source>
        <translation>
            <numerusform>one step in its history</numerusform>
            <numerusform>%n steps in its history</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettleDialog</name>
    <message numerus="yes">
        <source>How did these %n promises end?</source>
        <translation>
            <numerusform>How did this promise end?</numerusform>
            <numerusform>How did these %n promises end?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Settling</name>
    <message numerus="yes">
        <source>%n promises open again</source>
        <translation>
            <numerusform>One promise open again</numerusform>
            <numerusform>%n promises open again</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises kept</source>
        <translation>
            <numerusform>One promise kept</numerusform>
            <numerusform>%n promises kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them late</source>
        <translation>
            <numerusform>one of them late</numerusform>
            <numerusform>%n of them late</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopCard</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises open</source>
        <translation>
            <numerusform>%n promise open</numerusform>
            <numerusform>%n promises open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fixed visits of this account</source>
        <translation>
            <numerusform>%n fixed visit of this account</numerusform>
            <numerusform>%n fixed visits of this account</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StopHero</name>
    <message numerus="yes">
        <source>%n minutes late</source>
        <translation>
            <numerusform>%n minute late</numerusform>
            <numerusform>%n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>leave now: some %n minutes late</source>
        <translation>
            <numerusform>leave now: some %n minute late</numerusform>
            <numerusform>leave now: some %n minutes late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minutes</source>
        <translation>
            <numerusform>%n minute</numerusform>
            <numerusform>%n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more open</source>
        <translation>
            <numerusform>%n more open</numerusform>
            <numerusform>%n more open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n promises open, none due yet</source>
        <translation>
            <numerusform>%n promise open, not due yet</numerusform>
            <numerusform>%n promises open, none due yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SupplySection</name>
    <message numerus="yes">
        <source>%n days without goods</source>
        <translation>
            <numerusform>%n day without goods</numerusform>
            <numerusform>%n days without goods</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TakePanel</name>
    <message numerus="yes">
        <source>%n more to look at</source>
        <translation>
            <numerusform>%n more to look at</numerusform>
            <numerusform>%n more to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and one more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Today</name>
    <message numerus="yes">
        <source>%n days late</source>
        <translation>
            <numerusform>%n day late</numerusform>
            <numerusform>%n days late</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more rest this week</source>
        <translation>
            <numerusform>%n more rests this week</numerusform>
            <numerusform>%n more rest this week</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more steps for next visits</source>
        <translation>
            <numerusform>%n more step for next visits</numerusform>
            <numerusform>%n more steps for next visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more visits without a report</source>
        <translation>
            <numerusform>%n more visit without a report</numerusform>
            <numerusform>%n more visits without a report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to go</source>
        <translation>
            <numerusform>%n to go</numerusform>
            <numerusform>%n to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n visits fall on it</source>
        <translation>
            <numerusform>%n visit falls on it</numerusform>
            <numerusform>%n visits fall on it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n without a report</source>
        <translation>
            <numerusform>%n without a report</numerusform>
            <numerusform>%n without a report</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>in %n days</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n questions of your lists to decide</source>
        <translation>
            <numerusform>%n question of your lists to decide</numerusform>
            <numerusform>%n questions of your lists to decide</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayCards</name>
    <message numerus="yes">
        <source>%n overdue</source>
        <translation>
            <numerusform>%n overdue</numerusform>
            <numerusform>%n overdue</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more days</source>
        <translation>
            <numerusform>%n more day</numerusform>
            <numerusform>%n more days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Nothing from the days before; %n visits of today have no report yet.</source>
        <translation>
            <numerusform>Nothing from the days before; %n visit of today has no report yet.</numerusform>
            <numerusform>Nothing from the days before; %n visits of today have no report yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayDesk</name>
    <message numerus="yes">
        <source>%n reports were begun and not saved. What was typed is still there.</source>
        <translation>
            <numerusform>%n report was begun and not saved. What was typed is still there.</numerusform>
            <numerusform>%n reports were begun and not saved. What was typed is still there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TradeSection</name>
    <message numerus="yes">
        <source>%n orders in 12 months</source>
        <translation>
            <numerusform>%n order in 12 months</numerusform>
            <numerusform>%n orders in 12 months</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekEnd</name>
    <message numerus="yes">
        <source>%n left</source>
        <translation>
            <numerusform>%n left</numerusform>
            <numerusform>%n left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n to be settled</source>
        <translation>
            <numerusform>%n to be settled</numerusform>
            <numerusform>%n to be settled</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekEndDesk</name>
    <message numerus="yes">
        <source>%n conflicts</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WeekEndPage</name>
    <message numerus="yes">
        <source>%n missed</source>
        <translation>
            <numerusform>%n missed</numerusform>
            <numerusform>%n missed</numerusform>
        </translation>
    </message>
</context>
</TS>
