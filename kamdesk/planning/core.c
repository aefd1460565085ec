/* The search of search.py, weekday.py, timing.py and removing.py in C: the same steps in the same order, so that seed
 * and iterations give the plan that Python gives. Names are theirs; where something is not plain, its reason stands
 * there. Compiled without contraction of floating point: a fused multiply-add would leave Python's path. */

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#ifdef _WIN32
#define PUBLIC __declspec(dllexport)
#else
#define PUBLIC __attribute__((visibility("default")))
#endif

#ifndef KAMDESK_SOURCE
#define KAMDESK_SOURCE "unknown"
#endif

#define EPS (0.5 / 60)
#define MARK 5.0
#define MOST_STATES 16
#define NOWHERE 1e5
#define BLINK 0.02
#define REGRET_MOST 150
#define NEAR 60
#define ASTRAY_MOST 300

typedef struct {
    int32_t stops, days, weeks, options;
    const double *ways;        /* (stops + 2)²: row to column; then start, end */
    const double *rates;       /* 24, or NULL */
    const double *minutes;     /* stops */
    const uint8_t *placed;     /* stops */
    const uint8_t *fixed;      /* stops */
    const int32_t *rank;       /* stops */
    const double *bounds;      /* days × (begins, ends, rest, rest_from, rest_to) */
    const int32_t *weekday;    /* days */
    const int32_t *opt_stop, *opt_day, *opt_spans, *opt_weeks; /* the latter two: options + 1 offsets */
    const double *opt_price;
    const double *spans;       /* pairs */
    const int32_t *week_list;
    const int32_t *of_first;   /* stops × days + 1 offsets into of_list */
    const int32_t *of_list;
    const int32_t *mate_first; /* stops + 1 offsets into mates */
    const int32_t *mates;      /* pairs: stop, days */
    const int32_t *order_first; /* days + 1 offsets into orders: where the search begins */
    const int32_t *orders;
} Input;

typedef struct { double key; int32_t item; } Keyed;
typedef struct { double adds; int32_t place, option; } Candidate;

typedef struct {
    double *ready;   /* count × weeks */
    uint64_t *rested;
    double *time;    /* of the visit walked last */
    int32_t *before; /* the state it came from */
    int32_t count;
} States;

typedef struct {
    int32_t number, length;
    int32_t *order;
    uint64_t used;
    States *states;                      /* length + 1 */
    int32_t *before, *after, *following; /* (length + 1) × weeks */
    double *early, *late;
} Weekday;

typedef struct {
    int32_t *order, *length; /* days × stops, days */
    int32_t *missing, missing_count;
    uint64_t rank;
    double cost;
} Standing;

typedef struct {
    Input in;
    int32_t n, d, w, nodes, start, end;
    double *quickest; /* ways at the fastest rate */
    uint64_t *mask;
    uint64_t chance;
    Weekday *days, *kept; /* kept: a touched day as it was before the step */
    int32_t *place;
    int64_t *absences;
    int32_t *near, *near_count;
    Standing now, best, after;
    int64_t iterations, astray;
    /* room to work in */
    States scratch[2];
    double *trial;
    int32_t *at;
    Candidate *candidates;
    int32_t candidate_count, candidate_room;
    Candidate *known; /* stops × days, option < 0: none */
    int32_t *pool, *taken, *queue, *free_stops, *changed;
    uint8_t *allowed, *touched, *freed, *waits; /* freed: the days that visits were taken from */
    Keyed *keyed, *sort_room;
    void **blocks;
    int32_t block_count, block_room;
    int failed;
} Search;

static void *block(Search *s, size_t size) {
    if (s->block_count == s->block_room) {
        int32_t room = s->block_room ? 2 * s->block_room : 64;
        void **more = realloc(s->blocks, (size_t)room * sizeof *more);
        if (!more) { s->failed = 1; return NULL; }
        s->blocks = more;
        s->block_room = room;
    }
    void *found = calloc(size ? size : 1, 1);
    if (!found) { s->failed = 1; return NULL; }
    s->blocks[s->block_count++] = found;
    return found;
}

/* chance */

static uint64_t next_number(Search *s) {
    uint64_t x = s->chance;
    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    s->chance = x;
    return x * 0x2545F4914F6CDD1DULL;
}

static void seed_chance(Search *s, uint64_t seed) {
    uint64_t state = seed + 0x9E3779B97F4A7C15ULL;
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9ULL;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EBULL;
    state ^= state >> 31;
    s->chance = state ? state : 1;
}

static double share(Search *s) { return (double)(next_number(s) >> 11) * (1.0 / 9007199254740992.0); }

static int32_t below(Search *s, int32_t count) { return (int32_t)((next_number(s) >> 33) % (uint64_t)count); }

/* sorting by key, equal keys in the order in which they stand (merge sort) */

static void sort_keyed(Search *s, Keyed *list, int32_t count) {
    Keyed *from = list, *to = s->sort_room;
    for (int32_t width = 1; width < count; width *= 2) {
        for (int32_t low = 0; low < count; low += 2 * width) {
            int32_t mid = low + width < count ? low + width : count;
            int32_t high = low + 2 * width < count ? low + 2 * width : count;
            int32_t a = low, b = mid;
            for (int32_t k = low; k < high; k++)
                to[k] = a < mid && (b >= high || !(from[b].key < from[a].key)) ? from[a++] : from[b++];
        }
        Keyed *swap = from;
        from = to;
        to = swap;
    }
    if (from != list) memcpy(list, from, (size_t)count * sizeof *list);
}

static int item_order(const void *one, const void *two) {
    const Keyed *a = one, *b = two;
    if (a->key < b->key) return -1;
    if (b->key < a->key) return 1;
    return (a->item > b->item) - (a->item < b->item);
}

/* timing */

static inline double way(const Search *s, int32_t one, int32_t two) { return s->in.ways[(size_t)one * s->nodes + two]; }

static double drive_by_hours(const double *rates, double ready, double minutes) {
    double now = ready, left = minutes;
    while (left > 0) {
        double hour = floor(now / 60.0);
        double rate = rates[hour < 23 ? (int)hour : 23];
        double until = (hour + 1) * 60.0;
        if (hour >= 23 || left <= (until - now) * rate) return now + left / rate;
        left -= (until - now) * rate;
        now = until;
    }
    return now;
}

static inline double drive(const Search *s, double ready, double minutes) {
    return s->in.rates ? drive_by_hours(s->in.rates, ready, minutes) : ready + minutes;
}

/* ceil and floor of what is not negative: without the library's call, which takes a fifth of the time. */
static double whole_above(double x) {
    int64_t whole = (int64_t)x;
    return (double)whole < x ? (double)(whole + 1) : (double)whole;
}

static double whole_below(double x) { return x < 0 ? floor(x) : (double)(int64_t)x; }

/* The first beginning not before ready; negative where there is none. */
static double earliest(const Search *s, int32_t option, double ready) {
    for (int32_t i = s->in.opt_spans[option]; i < s->in.opt_spans[option + 1]; i++) {
        double low = s->in.spans[2 * i], high = s->in.spans[2 * i + 1];
        double begin = ready <= low + EPS ? low : whole_above((ready - EPS) / MARK) * MARK;
        if (begin <= high) return begin;
    }
    return -1.0;
}

static double after_lunch(const Search *s, const double *b, double ready, double there, double minutes) {
    double begin = there > b[3] ? there : b[3];
    if (begin + b[2] <= b[4] + EPS) return begin + b[2];
    begin = ready > b[3] ? ready : b[3];
    if (begin + b[2] <= b[4] + EPS) return drive(s, begin + b[2], minutes);
    return -1.0;
}

static int as_good(int32_t weeks, const double *one, uint64_t one_rested, const double *two, uint64_t two_rested) {
    if (two_rested & ~one_rested) return 0;
    for (int32_t w = 0; w < weeks; w++)
        if (!(one[w] <= two[w])) return 0;
    return 1;
}

static void keep(const Search *s, States *states, const double *ready, uint64_t rested, double time, int32_t before) {
    int32_t weeks = s->w, kept = 0;
    for (int32_t i = 0; i < states->count; i++)
        if (as_good(weeks, states->ready + (size_t)i * weeks, states->rested[i], ready, rested)) return;
    for (int32_t i = 0; i < states->count; i++) {
        double *old = states->ready + (size_t)i * weeks;
        if (as_good(weeks, ready, rested, old, states->rested[i])) continue;
        if (kept != i) {
            memcpy(states->ready + (size_t)kept * weeks, old, (size_t)weeks * sizeof *old);
            states->rested[kept] = states->rested[i];
            states->time[kept] = states->time[i];
            states->before[kept] = states->before[i];
        }
        kept++;
    }
    states->count = kept;
    if (kept < MOST_STATES) {
        memcpy(states->ready + (size_t)kept * weeks, ready, (size_t)weeks * sizeof *ready);
        states->rested[kept] = rested;
        states->time[kept] = time;
        states->before[kept] = before;
        states->count++;
    }
}

static void advance(Search *s, int32_t day, const States *from, const int32_t *at, int32_t option, States *to) {
    const double *b = s->in.bounds + 5 * day;
    int32_t stop = s->in.opt_stop[option];
    const int32_t *list = s->in.week_list + s->in.opt_weeks[option];
    int32_t count = s->in.opt_weeks[option + 1] - s->in.opt_weeks[option];
    double length = s->in.minutes[stop];
    int placed = s->in.placed[stop];
    int32_t waiting[64];
    double fed[64];
    to->count = 0;
    for (int32_t i = 0; i < from->count; i++) {
        const double *ready = from->ready + (size_t)i * s->w;
        uint64_t was = from->rested[i];
        double arrival = 0.0;
        int32_t hungry = 0;
        int late = 0;
        for (int32_t k = 0; k < count; k++) {
            int32_t week = list[k];
            double minutes = placed ? way(s, at[week], stop) : 0.0;
            double there = drive(s, ready[week], minutes);
            if (there > arrival) arrival = there;
            if (!(was >> week & 1)) {
                double then = after_lunch(s, b, ready[week], there, minutes);
                if (then < 0) { late = 1; break; }
                waiting[hungry] = week;
                fed[hungry++] = then;
            }
        }
        double time = late ? -1.0 : earliest(s, option, arrival);
        while (time >= 0) {
            uint64_t rested = was;
            int missed = 0;
            double later = INFINITY;
            for (int32_t k = 0; k < hungry; k++) {
                if (fed[k] <= time + EPS) {
                    rested |= 1ULL << waiting[k];
                } else {
                    double begin = time + length > b[3] ? time + length : b[3];
                    if (begin + b[2] > b[4] + EPS) missed = 1;
                    if (fed[k] < later) later = fed[k];
                }
            }
            if (!missed) {
                memcpy(s->trial, ready, (size_t)s->w * sizeof *ready);
                for (int32_t k = 0; k < count; k++) s->trial[list[k]] = time + length;
                keep(s, to, s->trial, rested, time, i);
            }
            if (later == INFINITY) break;
            time = earliest(s, option, arrival > later ? arrival : later);
        }
    }
}

static void walk(const Search *s, int32_t *at, int32_t option) {
    int32_t stop = s->in.opt_stop[option];
    if (!s->in.placed[stop]) return;
    for (int32_t k = s->in.opt_weeks[option]; k < s->in.opt_weeks[option + 1]; k++) at[s->in.week_list[k]] = stop;
}

/* The first state from which everybody is home in time and has had lunch; negative where there is none. */
static int32_t home(const Search *s, int32_t day, const States *states, const int32_t *at, uint64_t used) {
    const double *b = s->in.bounds + 5 * day;
    for (int32_t i = 0; i < states->count; i++) {
        const double *ready = states->ready + (size_t)i * s->w;
        int32_t week;
        for (week = 0; week < s->w; week++) {
            if (!(used >> week & 1)) continue;
            double minutes = at[week] == s->start ? 0.0 : way(s, at[week], s->end);
            double there = drive(s, ready[week], minutes);
            if (there > b[1] + EPS) break;
            if (states->rested[i] >> week & 1 || (there > b[3] ? there : b[3]) + b[2] <= b[4] + EPS) continue;
            double begin = (ready[week] > b[3] ? ready[week] : b[3]) + b[2];
            if (begin > b[4] + EPS || drive(s, begin, minutes) > b[1] + EPS) break;
        }
        if (week == s->w) return i;
    }
    return -1;
}

/* one weekday */

static double latest(const Search *s, int32_t option, double limit) {
    double found = s->in.spans[2 * s->in.opt_spans[option]];
    for (int32_t i = s->in.opt_spans[option]; i < s->in.opt_spans[option + 1]; i++) {
        double low = s->in.spans[2 * i], high = s->in.spans[2 * i + 1];
        double begin = high <= limit + EPS ? high : whole_below((limit + EPS) / MARK) * MARK;
        if (begin >= low && begin > found) found = begin;
    }
    return found;
}

/* What is known about each place, worked out anew; the order before place `from` has not changed since the last time. */
static void refresh(Search *s, Weekday *y, int32_t from) {
    int32_t weeks = s->w, length = y->length;
    size_t row = (size_t)weeks;
    const double *b = s->in.bounds + 5 * y->number;
    if (from == 0) {
        States *first = &y->states[0];
        first->count = 1;
        first->rested[0] = b[2] ? 0 : (weeks == 64 ? ~0ULL : (1ULL << weeks) - 1);
        for (int32_t w = 0; w < weeks; w++) {
            first->ready[w] = b[0];
            y->before[w] = s->start;
            y->early[w] = b[0];
        }
    }
    y->used = 0;
    for (int32_t i = 0; i < length; i++) y->used |= s->mask[y->order[i]];
    for (int32_t i = from; i < length; i++) {
        int32_t option = y->order[i];
        advance(s, y->number, &y->states[i], y->before + i * row, option, &y->states[i + 1]);
        memcpy(y->before + (i + 1) * row, y->before + i * row, row * sizeof *y->before);
        walk(s, y->before + (i + 1) * row, option);
        const States *states = &y->states[i + 1];
        double *early = y->early + (i + 1) * row;
        for (int32_t w = 0; w < weeks; w++) {
            early[w] = INFINITY;
            for (int32_t k = 0; k < states->count; k++)
                if (states->ready[k * row + w] < early[w]) early[w] = states->ready[k * row + w];
        }
    }
    double *late = y->late + length * row;
    int32_t *following = y->following + length * row, *after = y->after + length * row;
    for (int32_t w = 0; w < weeks; w++) {
        late[w] = b[1];
        following[w] = after[w] = s->end;
    }
    for (int32_t i = length - 1; i >= 0; i--) {
        int32_t option = y->order[i], stop = s->in.opt_stop[option];
        late = y->late + i * row;
        following = y->following + i * row;
        after = y->after + i * row;
        memcpy(late, late + row, row * sizeof *late);
        memcpy(following, following + row, row * sizeof *following);
        memcpy(after, after + row, row * sizeof *after);
        double limit = INFINITY;
        for (int32_t k = s->in.opt_weeks[option]; k < s->in.opt_weeks[option + 1]; k++) {
            int32_t w = s->in.week_list[k];
            double leave = late[w] - s->quickest[(size_t)stop * s->nodes + following[w]];
            if (leave < limit) limit = leave;
        }
        double begin = latest(s, option, limit - s->in.minutes[stop]);
        for (int32_t k = s->in.opt_weeks[option]; k < s->in.opt_weeks[option + 1]; k++) {
            int32_t w = s->in.week_list[k];
            late[w] = begin;
            following[w] = stop;
            if (s->in.placed[stop]) after[w] = stop;
        }
    }
}

static double travel(Search *s, const Weekday *y) {
    double total = 0.0;
    for (int32_t w = 0; w < s->w; w++) s->at[w] = s->start;
    for (int32_t i = 0; i < y->length; i++) {
        int32_t option = y->order[i], stop = s->in.opt_stop[option];
        if (!s->in.placed[stop]) continue;
        for (int32_t k = s->in.opt_weeks[option]; k < s->in.opt_weeks[option + 1]; k++) {
            int32_t w = s->in.week_list[k];
            total += way(s, s->at[w], stop);
            s->at[w] = stop;
        }
    }
    for (int32_t w = 0; w < s->w; w++)
        if (s->at[w] != s->start) total += way(s, s->at[w], s->end);
    return total;
}

static double between(const Search *s, const int32_t *before, const int32_t *after, int32_t node, int32_t option) {
    double total = 0.0;
    for (int32_t k = s->in.opt_weeks[option]; k < s->in.opt_weeks[option + 1]; k++) {
        int32_t w = s->in.week_list[k], one = before[w], two = after[w];
        total += way(s, one, node) + way(s, node, two);
        if (one != s->start || two != s->end) total -= way(s, one, two);
    }
    return total;
}

static int may_stand(const Search *s, const Weekday *y, int32_t option, int32_t place) {
    int32_t stop = s->in.opt_stop[option];
    int placed = s->in.placed[stop];
    size_t row = (size_t)place * s->w;
    const double *early = y->early + row, *late = y->late + row, *to = s->quickest + (size_t)stop * s->nodes;
    const int32_t *before = y->before + row, *following = y->following + row;
    const int32_t *weeks = s->in.week_list + s->in.opt_weeks[option];
    int32_t count = s->in.opt_weeks[option + 1] - s->in.opt_weeks[option];
    double length = s->in.minutes[stop], arrival = 0.0, latest_ready = INFINITY;
    const double *first = s->in.spans + 2 * s->in.opt_spans[option];
    const double *last = s->in.spans + 2 * s->in.opt_spans[option + 1] - 1;
    if (early[weeks[0]] > *last + 1.0 || *first + length > late[weeks[0]] + 1.0) return 0; /* most end here */
    for (int32_t k = 0; k < count; k++) {
        int32_t week = weeks[k];
        double there = drive(s, early[week], placed ? way(s, before[week], stop) : 0.0);
        if (there > arrival) arrival = there;
        double leave = late[week] - to[following[week]];
        if (leave < latest_ready) latest_ready = leave;
    }
    if (arrival + length > latest_ready + 1.0) return 0; /* no visit begins more than EPS before arrival */
    double begin = earliest(s, option, arrival);
    if (begin < 0) return 0;
    double ready = begin + length - EPS;
    for (int32_t k = 0; k < count; k++)
        if (!(ready + to[following[weeks[k]]] <= late[weeks[k]])) return 0;
    return 1;
}

static int stands(Search *s, const Weekday *y, int32_t option, int32_t place) {
    memcpy(s->at, y->before + (size_t)place * s->w, (size_t)s->w * sizeof *s->at);
    const States *from = &y->states[place];
    int which = 0;
    for (int32_t i = place - 1; i < y->length; i++) {
        int32_t each = i < place ? option : y->order[i];
        States *to = &s->scratch[which];
        advance(s, y->number, from, s->at, each, to);
        if (!to->count) return 0;
        walk(s, s->at, each);
        from = to;
        which = !which;
    }
    return home(s, y->number, from, s->at, y->used | s->mask[option]) >= 0;
}

/* putting in */

static int far_enough(const Search *s, int32_t one, int32_t two, int32_t need) {
    int32_t length = 7 * s->w;
    int32_t apart = s->in.weekday[s->in.opt_day[two]] - s->in.weekday[s->in.opt_day[one]];
    for (int32_t i = s->in.opt_weeks[one]; i < s->in.opt_weeks[one + 1]; i++)
        for (int32_t k = s->in.opt_weeks[two]; k < s->in.opt_weeks[two + 1]; k++) {
            int32_t days = (7 * (s->in.week_list[k] - s->in.week_list[i]) + apart) % length;
            if (days < 0) days += length;
            if ((days < length - days ? days : length - days) < need) return 0;
        }
    return 1;
}

static void add_candidates(Search *s, int32_t stop, int32_t day, double noise, double blink) {
    const Weekday *y = &s->days[day];
    int32_t cell = stop * s->d + day;
    for (int32_t f = s->in.of_first[cell]; f < s->in.of_first[cell + 1]; f++) {
        int32_t option = s->in.of_list[f];
        int near = 0;
        for (int32_t m = s->in.mate_first[stop]; m < s->in.mate_first[stop + 1] && !near; m++) {
            int32_t mate = s->place[s->in.mates[2 * m]];
            near = mate >= 0 && !far_enough(s, option, mate, s->in.mates[2 * m + 1]);
        }
        if (near) continue;
        for (int32_t place = 0; place <= y->length; place++) {
            if (place && !(s->mask[y->order[place - 1]] & s->mask[option])) continue; /* as good as one before */
            if (!may_stand(s, y, option, place)) continue;
            if (blink && share(s) < blink) continue;
            double adds = s->in.opt_price[option];
            if (s->in.placed[stop]) {
                size_t row = (size_t)place * s->w;
                adds += between(s, y->before + row, y->after + row, stop, option);
            }
            if (noise) adds += noise * share(s);
            if (s->candidate_count == s->candidate_room) { s->failed = 1; return; }
            s->candidates[s->candidate_count++] = (Candidate){adds, place, option};
        }
    }
}

/* The cheapest that stands, option < 0 where none does. Of equal ones the first. */
static Candidate first_that_stands(Search *s) {
    int32_t count = s->candidate_count;
    Candidate *list = s->candidates;
    for (int32_t tried = 0; tried < count; tried++) {
        int32_t best = -1;
        for (int32_t i = 0; i < count; i++)
            if (list[i].option >= 0 && (best < 0 || list[i].adds < list[best].adds)) best = i;
        Candidate found = list[best];
        list[best].option = -1;
        if (stands(s, &s->days[s->in.opt_day[found.option]], found.option, found.place)) return found;
    }
    return (Candidate){0.0, 0, -1};
}

/* Brings the order into that of time; see Weekday.put. */
static void by_time(Search *s, Weekday *y) {
    const States *last = &y->states[y->length];
    int32_t state = home(s, y->number, last, y->before + (size_t)y->length * s->w, y->used), changed = y->length;
    if (state < 0) return;
    for (int32_t i = y->length; i > 0; i--) {
        s->keyed[i - 1] = (Keyed){y->states[i].time[state], y->order[i - 1]};
        state = y->states[i].before[state];
    }
    sort_keyed(s, s->keyed, y->length);
    for (int32_t i = y->length - 1; i >= 0; i--) {
        if (y->order[i] != s->keyed[i].item) changed = i;
        y->order[i] = s->keyed[i].item;
    }
    if (changed < y->length) refresh(s, y, changed);
}

/* Marks a day as touched in this step, and keeps it as it is. */
static void touch(Search *s, int32_t day) {
    if (s->touched[day]) return;
    const Weekday *y = &s->days[day];
    Weekday *to = &s->kept[day];
    size_t places = (size_t)y->length + 1, row = (size_t)s->w;
    s->touched[day] = 1;
    to->length = y->length;
    to->used = y->used;
    memcpy(to->order, y->order, (size_t)y->length * sizeof *to->order);
    memcpy(to->before, y->before, places * row * sizeof *to->before);
    memcpy(to->after, y->after, places * row * sizeof *to->after);
    memcpy(to->following, y->following, places * row * sizeof *to->following);
    memcpy(to->early, y->early, places * row * sizeof *to->early);
    memcpy(to->late, y->late, places * row * sizeof *to->late);
    for (size_t i = 0; i < places; i++) {
        const States *from = &y->states[i];
        States *states = &to->states[i];
        size_t count = (size_t)from->count;
        states->count = from->count;
        memcpy(states->ready, from->ready, count * row * sizeof *states->ready);
        memcpy(states->rested, from->rested, count * sizeof *states->rested);
        memcpy(states->time, from->time, count * sizeof *states->time);
        memcpy(states->before, from->before, count * sizeof *states->before);
    }
}

static void put(Search *s, Candidate found) {
    int32_t day = s->in.opt_day[found.option];
    Weekday *y = &s->days[day];
    touch(s, day);
    memmove(y->order + found.place + 1, y->order + found.place,
            (size_t)(y->length - found.place) * sizeof *y->order);
    y->order[found.place] = found.option;
    y->length++;
    refresh(s, y, found.place);
    by_time(s, y);
    s->place[s->in.opt_stop[found.option]] = found.option;
}

/* Whether there may be room for a stop on a day: see Search._days_for. */
static int open_for(const Search *s, int32_t stop, int32_t day) { return !s->waits[stop] || s->freed[day]; }

static void insert_greedily(Search *s, const int32_t *queue, int32_t count, double blink) {
    for (int32_t i = 0; i < count; i++) {
        s->candidate_count = 0;
        for (int32_t day = 0; day < s->d; day++)
            if (open_for(s, queue[i], day)) add_candidates(s, queue[i], day, 0.0, blink);
        Candidate best = first_that_stands(s);
        if (best.option >= 0) put(s, best);
    }
}

static void look(Search *s, int32_t stop, int32_t day, double noise) {
    s->candidate_count = 0;
    if (open_for(s, stop, day)) add_candidates(s, stop, day, noise, 0.0);
    s->known[(size_t)stop * s->d + day] = first_that_stands(s);
}

static void insert_by_regret(Search *s, const int32_t *pool, int32_t count, double noise) {
    int32_t *left = s->queue;
    if (pool != left) memcpy(left, pool, (size_t)count * sizeof *left);
    for (int32_t i = 0; i < count; i++)
        for (int32_t day = 0; day < s->d; day++) look(s, left[i], day, noise);
    for (;;) {
        int32_t chosen = -1;
        double most = 0.0;
        Candidate choice = {0.0, 0, -1};
        for (int32_t i = 0; i < count; i++) {
            Candidate best = {0.0, 0, -1};
            double second = NOWHERE;
            for (int32_t day = 0; day < s->d; day++) {
                Candidate found = s->known[(size_t)left[i] * s->d + day];
                if (found.option < 0) continue;
                if (best.option < 0 || found.adds < best.adds) {
                    second = best.option >= 0 ? best.adds : NOWHERE;
                    best = found;
                } else if (found.adds < second) {
                    second = found.adds;
                }
            }
            if (best.option < 0) continue;
            double regret = second - best.adds;
            if (chosen < 0 || regret > most || (regret == most && best.adds < choice.adds)) {
                chosen = i;
                most = regret;
                choice = best;
            }
        }
        if (chosen < 0) return;
        int32_t stop = left[chosen], day = s->in.opt_day[choice.option];
        put(s, choice);
        memmove(left + chosen, left + chosen + 1, (size_t)(count - chosen - 1) * sizeof *left);
        count--;
        for (int32_t i = 0; i < count; i++) {
            int mate = 0;
            for (int32_t m = s->in.mate_first[stop]; m < s->in.mate_first[stop + 1]; m++)
                mate |= s->in.mates[2 * m] == left[i];
            for (int32_t each = mate ? 0 : day; each < (mate ? s->d : day + 1); each++)
                look(s, left[i], each, noise);
        }
    }
}

/* taking out */

static double room_of(const Search *s, int32_t stop) {
    double total = 0.0;
    for (int32_t f = s->in.of_first[stop * s->d]; f < s->in.of_first[(stop + 1) * s->d]; f++) {
        int32_t option = s->in.of_list[f];
        for (int32_t i = s->in.opt_spans[option]; i < s->in.opt_spans[option + 1]; i++)
            total += s->in.spans[2 * i + 1] - s->in.spans[2 * i] + 5.0;
    }
    return total;
}

static void sort_stops(Search *s, int32_t *stops, int32_t count) {
    sort_keyed(s, s->keyed, count);
    for (int32_t i = 0; i < count; i++) stops[i] = s->keyed[i].item;
}

static void by_choices(Search *s, int32_t *stops, int32_t count) {
    for (int32_t i = 0; i < count; i++) s->keyed[i] = (Keyed){room_of(s, stops[i]), stops[i]};
    sort_stops(s, stops, count);
}

/* The first of s->keyed by key and stop. */
static int32_t take_first(Search *s, int32_t found, int32_t count) {
    qsort(s->keyed, (size_t)found, sizeof *s->keyed, item_order);
    if (found < count) count = found;
    for (int32_t i = 0; i < count; i++) s->taken[i] = s->keyed[i].item;
    return count;
}

static int32_t take_related(Search *s, int32_t free_count, int32_t count) {
    int32_t seed = s->free_stops[below(s, free_count)], taken = 0;
    s->taken[taken++] = seed;
    for (int32_t i = 0; i < s->near_count[seed] && taken < count; i++) {
        int32_t other = s->near[(size_t)seed * NEAR + i];
        if (s->allowed[other] && share(s) < 0.7) s->taken[taken++] = other;
    }
    return taken;
}

static int32_t take_dearest(Search *s, int32_t count) {
    int32_t found = 0;
    for (int32_t day = 0; day < s->d; day++) {
        const Weekday *y = &s->days[day];
        for (int32_t i = 0; i < y->length; i++) {
            int32_t option = y->order[i], stop = s->in.opt_stop[option];
            if (!s->allowed[stop]) continue;
            double saving = 0.0;
            if (s->in.placed[stop])
                saving = between(s, y->before + (size_t)i * s->w, y->after + (size_t)(i + 1) * s->w, stop, option);
            s->keyed[found++] = (Keyed){-saving * share(s), stop};
        }
    }
    return take_first(s, found, count);
}

static int32_t take_stretches(Search *s) {
    int whole = share(s) < 0.1;
    int32_t taken = 0, *order = s->queue;
    for (int turn = 0; turn < (whole ? 1 : 2); turn++) {
        const Weekday *y = &s->days[below(s, s->d)];
        int32_t count = 0;
        for (int32_t i = 0; i < y->length; i++) {
            int32_t stop = s->in.opt_stop[y->order[i]];
            int again = 0;
            for (int32_t k = 0; k < taken; k++) again |= s->taken[k] == stop;
            if (s->allowed[stop] && !again) order[count++] = stop;
        }
        if (!count) continue;
        int32_t length = count;
        if (!whole) {
            length = 2 + below(s, 5);
            if (count < length) length = count;
        }
        int32_t first = below(s, count - length + 1);
        for (int32_t i = 0; i < length; i++) s->taken[taken++] = order[first + i];
    }
    return taken;
}

static int32_t take_rhythm(Search *s, int32_t count) {
    const Weekday *y = &s->days[below(s, s->d)];
    int32_t found = 0;
    for (int32_t i = 0; i < y->length; i++) {
        int32_t option = y->order[i], stop = s->in.opt_stop[option];
        if (s->allowed[stop] && s->in.opt_weeks[option + 1] - s->in.opt_weeks[option] < s->w)
            s->keyed[found++] = (Keyed){share(s), stop};
    }
    return take_first(s, found, count);
}

static int32_t take_in_the_way(Search *s, int32_t count) {
    int32_t stop = s->now.missing[below(s, s->now.missing_count)], days = 0;
    for (int32_t day = 0; day < s->d; day++)
        if (s->in.of_first[stop * s->d + day + 1] > s->in.of_first[stop * s->d + day]) s->queue[days++] = day;
    if (!days) return 0;
    const Weekday *y = &s->days[s->queue[below(s, days)]];
    int32_t found = 0;
    for (int32_t i = 0; i < y->length; i++) {
        int32_t other = s->in.opt_stop[y->order[i]];
        if (s->allowed[other]) s->keyed[found++] = (Keyed){way(s, stop, other) * (0.4 + share(s)), other};
    }
    return take_first(s, found, count);
}

static int32_t choose(Search *s) {
    int stuck = s->now.rank >= 1ULL << 48;
    int32_t free_count = 0;
    for (int32_t stop = 0; stop < s->n; stop++) {
        s->allowed[stop] = s->place[stop] >= 0 && (stuck || !s->in.fixed[stop]);
        if (s->allowed[stop]) s->free_stops[free_count++] = stop;
    }
    if (!free_count) return 0;
    int32_t most = free_count / 4 < 14 ? free_count / 4 : 14;
    if (most < 4) most = 4;
    int32_t count = 2 + below(s, most - 1);
    if (free_count < count) count = free_count;
    if (s->now.missing_count && share(s) < 0.6) return take_in_the_way(s, count);
    double chosen = share(s);
    if (chosen < 0.45) return take_related(s, free_count, count);
    if (chosen < 0.58) {
        for (int32_t i = 0; i < free_count; i++) s->keyed[i] = (Keyed){share(s), s->free_stops[i]};
        return take_first(s, free_count, count);
    }
    if (chosen < 0.72) return take_dearest(s, count);
    if (chosen < 0.9) return take_stretches(s);
    return take_rhythm(s, count);
}

/* plans */

static void new_standing(Search *s, Standing *p) {
    p->order = block(s, (size_t)s->d * (size_t)(s->n + 1) * sizeof *p->order);
    p->length = block(s, (size_t)s->d * sizeof *p->length);
    p->missing = block(s, (size_t)(s->n + 1) * sizeof *p->missing);
}

static void copy_standing(const Search *s, Standing *to, const Standing *from) {
    memcpy(to->length, from->length, (size_t)s->d * sizeof *to->length);
    for (int32_t day = 0; day < s->d; day++) {
        size_t row = (size_t)day * (size_t)(s->n + 1);
        memcpy(to->order + row, from->order + row, (size_t)from->length[day] * sizeof *to->order);
    }
    memcpy(to->missing, from->missing, (size_t)from->missing_count * sizeof *to->missing);
    to->missing_count = from->missing_count;
    to->rank = from->rank;
    to->cost = from->cost;
}

static void look_at(Search *s, Standing *p) {
    p->cost = 0.0;
    p->rank = 0;
    p->missing_count = 0;
    for (int32_t day = 0; day < s->d; day++) {
        const Weekday *y = &s->days[day];
        p->cost += travel(s, y);
        p->length[day] = y->length;
        memcpy(p->order + (size_t)day * (size_t)(s->n + 1), y->order, (size_t)y->length * sizeof *y->order);
    }
    for (int32_t stop = 0; stop < s->n; stop++) {
        if (s->place[stop] >= 0) {
            p->cost += s->in.opt_price[s->place[stop]];
        } else {
            p->missing[p->missing_count++] = stop;
            p->rank += 1ULL << 16 * s->in.rank[stop];
        }
    }
}

static void leave(Search *s, const Weekday *y) {
    for (int32_t i = 0; i < y->length; i++) s->place[s->in.opt_stop[y->order[i]]] = -1;
}

static void stay(Search *s, const Weekday *y) {
    for (int32_t i = 0; i < y->length; i++) s->place[s->in.opt_stop[y->order[i]]] = y->order[i];
}

/* Undoes what the step did. */
static void go_back(Search *s) {
    for (int32_t day = 0; day < s->d; day++)
        if (s->touched[day]) leave(s, &s->days[day]);
    for (int32_t day = 0; day < s->d; day++) {
        if (!s->touched[day]) continue;
        Weekday as_it_was = s->kept[day];
        s->kept[day] = s->days[day];
        s->days[day] = as_it_was;
        stay(s, &s->days[day]);
    }
}

static void go_to(Search *s, const Standing *p) {
    for (int32_t day = 0; day < s->d; day++) leave(s, &s->days[day]);
    for (int32_t day = 0; day < s->d; day++) {
        Weekday *y = &s->days[day];
        y->length = p->length[day];
        memcpy(y->order, p->order + (size_t)day * (size_t)(s->n + 1), (size_t)y->length * sizeof *y->order);
        refresh(s, y, 0);
        stay(s, y);
    }
    copy_standing(s, &s->now, p);
}

static int better(Search *s, double heat) {
    if (s->after.rank != s->now.rank) {
        if (s->after.rank < s->now.rank) return 1;
        int64_t then = 0, was = 0;
        for (int32_t i = 0; i < s->after.missing_count; i++) then += s->absences[s->after.missing[i]];
        for (int32_t i = 0; i < s->now.missing_count; i++) was += s->absences[s->now.missing[i]];
        return then < was;
    }
    return s->after.cost < s->now.cost - heat * log(share(s) + 1e-12);
}

static void arrange(Search *s, int32_t count, double chosen) {
    int32_t *queue = s->queue;
    memcpy(queue, s->pool, (size_t)count * sizeof *queue);
    for (int32_t i = 0; i < count; i++) s->keyed[i] = (Keyed){share(s), queue[i]};
    if (chosen < 0.65) {
        qsort(s->keyed, (size_t)count, sizeof *s->keyed, item_order);
        for (int32_t i = 0; i < count; i++) queue[i] = s->keyed[i].item;
        if (chosen >= 0.45) by_choices(s, queue, count);
    } else if (chosen < 0.85) {
        for (int32_t i = 0; i < count; i++) {
            int32_t visits = 0;
            for (int32_t f = s->in.of_first[queue[i] * s->d]; f < s->in.of_first[(queue[i] + 1) * s->d]; f++) {
                int32_t option = s->in.of_list[f], weeks = s->in.opt_weeks[option + 1] - s->in.opt_weeks[option];
                if (weeks > visits) visits = weeks;
            }
            s->keyed[i] = (Keyed){-(double)visits, queue[i]};
        }
        sort_stops(s, queue, count);
    } else {
        for (int32_t i = 0; i < count; i++) s->keyed[i] = (Keyed){-way(s, s->start, queue[i]), queue[i]};
        sort_stops(s, queue, count);
    }
    int often = 0;
    for (int32_t i = 0; i < count; i++) often |= s->absences[queue[i]] > 1;
    if (often && share(s) < 0.5) {
        for (int32_t i = 0; i < count; i++) s->keyed[i] = (Keyed){-(double)s->absences[queue[i]], queue[i]};
        sort_stops(s, queue, count);
    }
}

static void step(Search *s, double heat) {
    memset(s->touched, 0, (size_t)s->d);
    int32_t taken = choose(s), count = 0;
    for (int32_t i = 0; i < taken; i++) {
        int32_t option = s->place[s->taken[i]];
        Weekday *y = &s->days[s->in.opt_day[option]];
        int32_t at = 0;
        if (!s->touched[y->number]) s->changed[y->number] = y->length;
        touch(s, y->number);
        while (y->order[at] != option) at++;
        if (at < s->changed[y->number]) s->changed[y->number] = at;
        y->length--;
        memmove(y->order + at, y->order + at + 1, (size_t)(y->length - at) * sizeof *y->order);
        s->place[s->taken[i]] = -1;
    }
    for (int32_t day = 0; day < s->d; day++)
        if (s->touched[day]) refresh(s, &s->days[day], s->changed[day]);
    memcpy(s->freed, s->touched, (size_t)s->d);
    memset(s->waits, 0, (size_t)s->n);
    for (int32_t i = 0; i < s->now.missing_count; i++) {
        int32_t stop = s->now.missing[i];
        s->pool[count++] = stop;
        s->waits[stop] = s->in.mate_first[stop] == s->in.mate_first[stop + 1];
    }
    for (int32_t i = 0; i < taken; i++) s->pool[count++] = s->taken[i];
    double chosen = share(s);
    if (chosen < 0.25) {
        double noise = 0.0;
        if (share(s) < 0.5) noise = 20.0 * share(s);
        insert_by_regret(s, s->pool, count, noise);
    } else {
        arrange(s, count, chosen);
        insert_greedily(s, s->queue, count, BLINK);
    }
    look_at(s, &s->after);
    if (better(s, heat)) copy_standing(s, &s->now, &s->after);
    else go_back(s);
    for (int32_t i = 0; i < s->after.missing_count; i++) s->absences[s->after.missing[i]]++;
    if (s->after.rank < s->best.rank || (s->after.rank == s->best.rank && s->after.cost < s->best.cost - 1e-9))
        copy_standing(s, &s->best, &s->after);
}

static double first_begin(const Search *s, int32_t stop) {
    double found = 0.0;
    int any = 0;
    for (int32_t f = s->in.of_first[stop * s->d]; f < s->in.of_first[(stop + 1) * s->d]; f++) {
        double begin = s->in.spans[2 * s->in.opt_spans[s->in.of_list[f]]];
        if (!any || begin < found) found = begin;
        any = 1;
    }
    return found;
}

static void build(Search *s) {
    int32_t count = 0;
    for (int32_t rank = 3; rank >= 0; rank--) {
        int32_t found = 0;
        for (int32_t stop = 0; stop < s->n; stop++)
            if (s->place[stop] < 0 && s->in.fixed[stop] && s->in.rank[stop] == rank)
                s->keyed[found++] = (Keyed){first_begin(s, stop), stop};
        qsort(s->keyed, (size_t)found, sizeof *s->keyed, item_order);
        for (int32_t i = 0; i < found; i++) s->free_stops[i] = s->keyed[i].item;
        for (int32_t i = 0; i < found; i++) insert_greedily(s, s->free_stops + i, 1, 0.0);
    }
    for (int32_t stop = 0; stop < s->n; stop++)
        if (s->place[stop] < 0 && !s->in.fixed[stop]) s->pool[count++] = stop;
    if (count <= REGRET_MOST) {
        insert_by_regret(s, s->pool, count, 0.0);
    } else {
        by_choices(s, s->pool, count);
        insert_greedily(s, s->pool, count, 0.0);
    }
}

/* what Python calls */

static void new_states(Search *s, States *states) {
    states->ready = block(s, (size_t)MOST_STATES * s->w * sizeof *states->ready);
    states->rested = block(s, MOST_STATES * sizeof *states->rested);
    states->time = block(s, MOST_STATES * sizeof *states->time);
    states->before = block(s, MOST_STATES * sizeof *states->before);
}

static void new_weekday(Search *s, Weekday *y, int32_t day) {
    size_t n = (size_t)s->n + 2, row = n * s->w;
    y->number = day;
    y->order = block(s, n * sizeof *y->order);
    y->states = block(s, n * sizeof *y->states);
    y->before = block(s, row * sizeof *y->before);
    y->after = block(s, row * sizeof *y->after);
    y->following = block(s, row * sizeof *y->following);
    y->early = block(s, row * sizeof *y->early);
    y->late = block(s, row * sizeof *y->late);
    double *ready = block(s, row * MOST_STATES * sizeof *ready);
    uint64_t *rested = block(s, n * MOST_STATES * sizeof *rested);
    double *time = block(s, n * MOST_STATES * sizeof *time);
    int32_t *before = block(s, n * MOST_STATES * sizeof *before);
    if (s->failed) return;
    for (size_t i = 0; i < n; i++) {
        y->states[i].ready = ready + i * MOST_STATES * s->w;
        y->states[i].rested = rested + i * MOST_STATES;
        y->states[i].time = time + i * MOST_STATES;
        y->states[i].before = before + i * MOST_STATES;
    }
}

static void set_up(Search *s) {
    size_t n = (size_t)s->n + 2;
    int32_t most = 1;
    s->mask = block(s, (size_t)s->in.options * sizeof *s->mask);
    s->days = block(s, (size_t)s->d * sizeof *s->days);
    s->kept = block(s, (size_t)s->d * sizeof *s->kept);
    s->place = block(s, n * sizeof *s->place);
    s->absences = block(s, n * sizeof *s->absences);
    s->near = block(s, n * NEAR * sizeof *s->near);
    s->near_count = block(s, n * sizeof *s->near_count);
    s->trial = block(s, (size_t)s->w * sizeof *s->trial);
    s->at = block(s, (size_t)s->w * sizeof *s->at);
    s->known = block(s, n * s->d * sizeof *s->known);
    s->pool = block(s, n * sizeof *s->pool);
    s->taken = block(s, n * sizeof *s->taken);
    s->queue = block(s, (n + s->d) * sizeof *s->queue);
    s->free_stops = block(s, n * sizeof *s->free_stops);
    s->changed = block(s, (size_t)s->d * sizeof *s->changed);
    s->allowed = block(s, n);
    s->touched = block(s, (size_t)s->d + 1);
    s->freed = block(s, (size_t)s->d + 1);
    s->waits = block(s, n);
    s->keyed = block(s, n * sizeof *s->keyed);
    s->sort_room = block(s, n * sizeof *s->sort_room);
    for (int i = 0; i < 2; i++) new_states(s, &s->scratch[i]);
    new_standing(s, &s->now);
    new_standing(s, &s->best);
    new_standing(s, &s->after);
    s->quickest = block(s, (size_t)s->nodes * s->nodes * sizeof *s->quickest);
    if (s->failed) return;
    double fastest = s->in.rates ? s->in.rates[0] : 1.0;
    for (int i = 1; s->in.rates && i < 24; i++)
        if (s->in.rates[i] > fastest) fastest = s->in.rates[i];
    for (size_t i = 0; i < (size_t)s->nodes * s->nodes; i++) s->quickest[i] = s->in.ways[i] / fastest;
    for (int32_t stop = 0; stop < s->n; stop++) {
        int32_t count = s->in.of_first[(stop + 1) * s->d] - s->in.of_first[stop * s->d];
        if (count > most) most = count;
    }
    s->candidate_room = most * (s->n + 1);
    s->candidates = block(s, (size_t)s->candidate_room * sizeof *s->candidates);
    for (int32_t option = 0; option < s->in.options; option++)
        for (int32_t k = s->in.opt_weeks[option]; k < s->in.opt_weeks[option + 1]; k++)
            s->mask[option] |= 1ULL << s->in.week_list[k];
    for (int32_t day = 0; day < s->d; day++) {
        new_weekday(s, &s->days[day], day);
        new_weekday(s, &s->kept[day], day);
    }
    if (s->failed) return;
    for (int32_t one = 0; one < s->n; one++) {
        int32_t count = 0;
        s->place[one] = -1;
        s->absences[one] = 1;
        for (int32_t two = 0; two < s->n; two++)
            if (two != one && s->in.placed[one] && s->in.placed[two])
                s->keyed[count++] = (Keyed){way(s, one, two) + way(s, two, one), two};
        sort_keyed(s, s->keyed, count);
        s->near_count[one] = count < NEAR ? count : NEAR;
        for (int32_t i = 0; i < s->near_count[one]; i++) s->near[(size_t)one * NEAR + i] = s->keyed[i].item;
    }
    for (int32_t day = 0; day < s->d; day++) {
        Weekday *y = &s->days[day];
        for (int32_t i = s->in.order_first[day]; i < s->in.order_first[day + 1]; i++) {
            y->order[y->length++] = s->in.orders[i];
            s->place[s->in.opt_stop[s->in.orders[i]]] = s->in.orders[i];
        }
        refresh(s, y, 0);
    }
}

PUBLIC const char *kamdesk_source(void) { return KAMDESK_SOURCE; }

PUBLIC void kamdesk_free(Search *s) {
    if (!s) return;
    for (int32_t i = 0; i < s->block_count; i++) free(s->blocks[i]);
    free(s->blocks);
    free(s);
}

/* NULL where there is no memory. What the input points to must outlive the search. */
PUBLIC Search *kamdesk_new(const Input *in, uint64_t seed) {
    Search *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    s->in = *in;
    s->n = in->stops;
    s->d = in->days;
    s->w = in->weeks;
    s->nodes = s->n + 2;
    s->start = s->n;
    s->end = s->n + 1;
    seed_chance(s, seed);
    set_up(s);
    if (s->failed) {
        kamdesk_free(s);
        return NULL;
    }
    build(s);
    look_at(s, &s->now);
    copy_standing(s, &s->best, &s->now);
    return s;
}

PUBLIC void kamdesk_run(Search *s, int64_t steps, double hot, double cold) {
    for (int64_t i = 0; i < steps; i++) {
        s->astray = s->now.rank > s->best.rank ? s->astray + 1 : 0;
        if (s->astray > ASTRAY_MOST) go_to(s, &s->best);
        step(s, hot + (cold - hot) * (double)i / (double)steps);
    }
    s->iterations += steps;
}

/* The best plan: the length of each day, then the options of all days one after the other. */
PUBLIC void kamdesk_best(const Search *s, int32_t *lengths, int32_t *options, double *cost) {
    for (int32_t day = 0; day < s->d; day++) {
        const int32_t *order = s->best.order + (size_t)day * (size_t)(s->n + 1);
        lengths[day] = s->best.length[day];
        for (int32_t i = 0; i < lengths[day]; i++) *options++ = order[i];
    }
    *cost = s->best.cost;
}
