//! Writing the invoice: what was approved and varied stands in it already, and the guard is shown before it is sent.

use super::act::{Open, back, leaving, stays};
use super::firm::{FirmBoxes, FirmField, remember, remembered};
use super::guarded::{guarded, lacking};
use super::lines::{LineBoxes, LinesField, Tax, read_all};
use super::sums::lines_sum;
use super::typed::{Reading, day_text};
use crate::components::{AreaField, More, TextField, dynamic, whenever};
use crate::deeds::portal::visited;
use crate::desk::{Desk, use_desk};
use crate::pages::form::{Form, FormPage};
use leptos::prelude::*;
use model::canonical::normal;
use model::portal::deal::Kept;
use model::portal::{Bank, Client, Deal, Invoice, Provider, agreed};
use model::{Fault, FaultCode};

/// Days within which an invoice is to be paid unless another day is typed.
const DUE_DAYS: u32 = 7;

/// The page.
#[component]
pub fn BillForm(
    /// The job.
    open: Open,
    /// It bills the deposit, and no work.
    #[prop(optional)]
    deposit: bool,
) -> impl IntoView {
    let desk = use_desk();
    let start = RwSignal::new(None::<Invoice>);
    let (mut begun, space) = (begun(desk, &open.deal, deposit), open.space);
    leptos::task::spawn_local(async move {
        let (firm, bank) = remembered(desk, space).await;
        let own = firm.filter(|firm| begun.provider.name.is_empty() || firm.name == begun.provider.name);
        begun.provider = own.unwrap_or(begun.provider);
        begun.bank = bank;
        start.try_set(Some(begun));
    });
    dynamic(move || start.get().map(|start| view! { <Boxed open=open.clone() start /> }))
}

/// What an invoice begins with: every line that was approved and done, and not billed yet; or the deposit.
fn begun(desk: Desk, deal: &Deal, deposit: bool) -> Invoice {
    let today = desk.today();
    let request = deal.request.as_ref().map(|request| request.letter.clone()).unwrap_or_default();
    let place = [request.address, request.suburb].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    let client = Client { name: request.name, address: place.join("\n"), ..Client::default() };
    let base = Invoice { on: Some(today), due: Some(today.plus_days(DUE_DAYS)), client, ..Invoice::default() };
    let Some((quote, _)) = deal.approval() else { return base };
    let base = Invoice { quote: Some(quote.id), provider: quote.letter.provider.clone(), ..base };
    if deposit {
        let what = (desk.words().job().deposit_line)(&quote.letter.title);
        let lines = agreed::deposit_lines(deal, &what);
        // A deposit is asked for with its tax in it.
        return Invoice { lines, inclusive: true, ..base };
    }
    let paid = agreed::deposit(deal);
    Invoice {
        lines: agreed::unbilled(deal),
        inclusive: quote.letter.inclusive,
        deposit: (paid > 0).then_some(paid),
        ..base
    }
}

/// The boxes of an account to be paid into.
#[derive(Clone, Copy)]
struct BankBoxes([RwSignal<String>; 4]);

impl BankBoxes {
    fn of(bank: &Bank) -> Self {
        Self([&bank.bank, &bank.holder, &bank.account, &bank.branch].map(|text| RwSignal::new(text.clone())))
    }

    fn read(self, reference: &str) -> Option<Bank> {
        let [bank, holder, account, branch] = self.0.map(|text| normal(&text.get()));
        let is_told = !bank.is_empty() || !account.is_empty();
        is_told.then(|| Bank { bank, holder, account, branch, reference: reference.to_owned() })
    }
}

/// The boxes of an invoice.
#[derive(Clone, Copy)]
struct Boxes {
    base: StoredValue<Invoice>,
    lines: RwSignal<Vec<LineBoxes>>,
    tax: Tax,
    number: RwSignal<String>,
    due: RwSignal<String>,
    bank: BankBoxes,
    pay_link: RwSignal<String>,
    notes: RwSignal<String>,
    firm: FirmBoxes,
}

impl Boxes {
    fn read(self, reading: &mut Reading) -> Invoice {
        let text = |text: RwSignal<String>| normal(&text.get());
        let base = self.base.get_value();
        let number = text(self.number);
        let provider: Provider = self.firm.read();
        Invoice {
            bank: self.bank.read(if number.is_empty() { &base.client.name } else { &number }),
            number,
            due: reading.day(&self.due.get(), "due"),
            lines: read_all(self.lines, reading, self.tax),
            pay_link: text(self.pay_link),
            notes: text(self.notes),
            provider,
            ..base
        }
    }
}

#[component]
fn Boxed(open: Open, start: Invoice) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.job();
    let space = open.space;
    let form = Form::new();
    let by_link = visited(desk).is_some();
    let (tax, is_deposit) = (Tax::of(&start.lines, start.inclusive), start.is_deposit());
    let lines = start.lines.iter().map(|line| LineBoxes::of(words, line.clone(), tax)).collect();
    let empty = || RwSignal::new(String::new());
    let boxes = Boxes {
        lines: RwSignal::new(lines),
        tax,
        number: empty(),
        due: RwSignal::new(day_text(start.due)),
        bank: BankBoxes::of(&start.bank.clone().unwrap_or_default()),
        pay_link: empty(),
        notes: empty(),
        firm: FirmBoxes::of(&start.provider),
        base: StoredValue::new(start),
    };
    // What was missing is there as soon as it is typed.
    whenever(move || {
        boxes.number.track();
        form.clear("number");
    });
    let typed = Memo::new(move |_| boxes.read(&mut Reading::default()));
    let deal = StoredValue::new(open.deal.clone());
    let told = move || {
        let letter = typed.get();
        let sum = lines_sum(desk, &letter.lines, letter.inclusive, letter.on, letter.deposit.unwrap_or(0));
        let kept = Kept { letter, ..Kept::default() };
        deal.with_value(|deal| {
            view! { {sum} {guarded(desk, deal, &kept)} {lacking(desk, deal, &kept, !by_link)} }.into_any()
        })
    };
    let (leave, back) = (leaving(open.space), back(open.space));
    let send = Callback::new(move |()| {
        let mut reading = Reading::default();
        let invoice = untrack(|| boxes.read(&mut reading));
        if by_link && invoice.number.is_empty() {
            reading.faults.push(Fault::new("number", FaultCode::Missing));
        }
        if !reading.faults.is_empty() {
            return form.show(reading.faults);
        }
        let (leave, firm, bank) = (leave.clone(), invoice.provider.clone(), invoice.bank.clone());
        open.write(form, desk, &invoice, move || {
            remember(desk, firm, bank);
            leave(said.invoice_sent);
        });
    });
    let optional = words.common().optional;
    let [bank, holder, account, branch] = boxes.bank.0;
    let number_hint = if by_link { said.own_number_link } else { said.own_number_desk };
    view! {
        <FormPage title=if is_deposit { said.write_deposit } else { said.write_invoice } back form save=said.send_invoice on_save=send>
            <p class="soft">{if is_deposit { said.deposit_lead } else { said.invoice_lead }}</p>
            {stays(desk)}
            <TextField
                label=said.own_number
                optional=if by_link { "" } else { optional }
                hint=number_hint
                value=boxes.number
                error=form.error("number")
            />
            <div class="stack stack--tight" role="status">{dynamic(told)}</div>
            <More summary=said.lines><LinesField lines=boxes.lines form taxed=tax != Tax::None /></More>
            <TextField label=said.due optional value=boxes.due kind="date" error=form.error("due") />
            <More summary=said.bank>
                <TextField label=said.bank_name value=bank error=form.error("bank.bank") />
                <TextField label=said.holder value=holder error=form.error("bank.holder") />
                <TextField label=said.account value=account keyboard="numeric" error=form.error("bank.account") />
                <TextField label=said.branch optional value=branch keyboard="numeric" error=form.error("bank.branch") />
                <TextField label=said.pay_link optional value=boxes.pay_link placeholder="https://" error=form.error("pay_link") />
            </More>
            <AreaField label=said.notes optional value=boxes.notes error=form.error("notes") />
            <FirmField firm=boxes.firm form space />
        </FormPage>
    }
}
