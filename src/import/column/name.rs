//! How people call the columns of their tables, in English and Afrikaans.

use super::{Rows, Target};
use crate::text::fold;
use std::collections::HashSet;
use std::sync::LazyLock;

/// The names that a target's column has in a table of such rows, the surest first.
pub(super) fn names(target: Target, rows: Rows) -> impl Iterator<Item = &'static str> {
    let names = match (target, rows) {
        (Target::Name, Rows::Contact) => CONTACT_NAMES,
        (Target::Name, Rows::Zone) => ZONE_NAMES,
        _ => ALIASES.iter().find(|(of, _)| *of == target).map_or("", |(_, names)| names),
    };
    names.split(',').filter(|name| !name.is_empty())
}

/// All names of columns that any table has.
static KNOWN: LazyLock<HashSet<&'static str>> = LazyLock::new(|| {
    let ours = ALIASES.iter().map(|(_, names)| *names).chain([CONTACT_NAMES, ZONE_NAMES]);
    let theirs = crate::format::FORMS.iter().flat_map(|form| form.targets.iter().map(|(name, _)| *name));
    ours.flat_map(|names| names.split(',')).chain(theirs).filter(|name| !name.is_empty()).collect()
});

/// Whether any kind of table has a column of that name.
pub(crate) fn is_known(name: &str) -> bool {
    !name.is_empty() && name.len() <= 40 && KNOWN.contains(bare(name).as_str())
}

/// A column's name without what people put in brackets behind it: `Cost (R)`, `Date (dd/mm/yyyy)`.
pub(super) fn bare(name: &str) -> String {
    fold(name.split(['(', '[']).next().filter(|bare| !bare.trim().is_empty()).unwrap_or(name))
}

/// Names of columns as people call them, folded: English and Afrikaans, the surest first.
const ALIASES: &[(Target, &str)] = &[
    (Target::Id, "id,itemid,assetid,uuid,guid,sourceid,externalid"),
    (
        Target::Name,
        "name,item,itemname,asset,assetname,product,productname,equipment,appliance,thing,article,naam,itemnaam,toestel,artikel,title,description,beskrywing",
    ),
    (Target::Sort, "type,category,kind,sort,class,assettype,itemtype,group,kategorie,tipe,soort,klas"),
    (Target::Parent, "parent,parentasset,parentlocation,partof,parentname,deelvan"),
    (
        Target::Zone,
        "location,locationname,room,zone,zones,place,area,where,space,ligging,kamer,plek,vertrek,waar,floor",
    ),
    (Target::Make, "make,manufacturer,brand,maker,vervaardiger,handelsmerk,fabrikant"),
    (Target::Model, "model,modelnumber,modelno,modelnr,modelname,partnumber,modelnommer,productcode"),
    (Target::Serial, "serial,serialnumber,serialno,serialnr,sn,serialnum,reeksnommer,serienommer,imei"),
    (Target::Size, "size,capacity,rating,grootte,kapasiteit"),
    (
        Target::Bought,
        "bought,purchasedate,datepurchased,purchased,purchasedon,dateofpurchase,boughton,datebought,purchasetime,acquired,dateacquired,acquisitiondate,orderdate,invoicedate,aankoopdatum,gekoop,datumgekoop,koopdatum,date,datum,year",
    ),
    (
        Target::Installed,
        "installed,installdate,installationdate,dateinstalled,installedon,fitted,datefitted,inserviceddate,inservicedate,geinstalleer,installasiedatum",
    ),
    (Target::Removed, "removed,dateremoved,decommissioned,retired"),
    (
        Target::Price,
        "price,purchaseprice,cost,amount,value,paid,unitprice,purchasecost,unitcost,acquisitioncost,prys,koste,bedrag,koopprys,aankoopprys,waarde,pricezar,costzar",
    ),
    (
        Target::Replacement,
        "replacement,replacementcost,replacementvalue,replacementprice,insuredvalue,insurancevalue,currentvalue,vervangingswaarde,versekerdewaarde",
    ),
    (Target::Currency, "currency,geldeenheid"),
    (Target::Quantity, "quantity,qty,count,howmany,number,units,hoeveelheid,aantal"),
    (Target::LifeYears, "expectedlife,lifeyears,expectedlifeyears,usefullife,lifespan"),
    (Target::ShutOff, "shutoff,shutoffvalve,isolator,afsluitklep"),
    (Target::FittedBy, "fittedby,installedby,installer,geinstalleerdeur"),
    (
        Target::Supplier,
        "supplier,vendor,vendors,shop,store,seller,retailer,boughtfrom,purchasedfrom,purchasefrom,dealer,verskaffer,winkel,gekoopby",
    ),
    (
        Target::Notes,
        "notes,note,comments,comment,remarks,description,details,memo,notas,nota,opmerkings,beskrywing,additionalinformation",
    ),
    (Target::Photo, "photo,photos,image,images,picture,pictures,photopath,imagepath,foto,fotos"),
    (Target::Receipt, "receipt,receipts,invoicefile,receiptpath,proofofpurchase,kwitansie"),
    (Target::Manual, "manual,manuals,manualpath,handleiding"),
    (Target::WarrantyScope, "warranty,warrantydetails,warrantytype,warrantyscope,guarantee,waarborg"),
    (
        Target::WarrantyEnds,
        "warrantyexpires,warrantyexpiration,warrantyexpirationdate,warrantyexpiry,warrantyexpirydate,warrantyend,warrantyends,warrantyenddate,warrantyuntil,expirationdate,expirydate,expires,guaranteeexpires,guaranteeends,waarborgverval,waarborgtot,ends,enddate",
    ),
    (Target::WarrantyYears, "warrantyyears,warrantydurationyears,guaranteeyears,waarborgjare,years"),
    (Target::WarrantyMonths, "warrantymonths,warrantydurationmonths,warrantyperiod,guaranteemonths,waarborgmaande"),
    (
        Target::Title,
        "title,titel,task,taak,job,work,werk,workdone,event,subject,summary,what,maintenance,repair,issue,service,description,beskrywing,name,product,productname,warranty",
    ),
    (
        Target::When,
        "when,date,datedone,completed,completedon,datecompleted,servicedate,dateofservice,invoicedate,repairdate,datum,wanneer,doneon,lastdone,day",
    ),
    (Target::Cost, "cost,totalcost,total,price,amount,paid,totalprice,koste,prys,bedrag,totaal,charge"),
    (Target::Labour, "labour,labor,labourcost,laborcost,arbeid"),
    (Target::PartsCost, "parts,partscost,materials,materialcost,onderdele"),
    (
        Target::DoneBy,
        "doneby,by,contractor,contractors,technician,serviceprovider,provider,supplier,vendor,company,completedby,performedby,who,assignedto,plumber,electrician,deur,kontrakteur,verskaffer,handyman",
    ),
    (Target::System, "system,asset,assetname,equipment,appliance,unit,item,thing,stelsel,toestel,systems"),
    (
        Target::Due,
        "due,duedate,dueon,deadline,nextdue,nextdate,nextservice,starts,startson,date,datum,nextduedate,betaalbaar,volgende",
    ),
    (Target::Person, "person,contactperson,contact,contactname,askfor,kontakpersoon"),
    (
        Target::Phone,
        "phone,telephone,tel,phonenumber,mobile,cell,cellphone,cellnumber,number,telefoon,selfoon,sel,contactnumber,mobilenumber",
    ),
    (Target::Email, "email,emailaddress,mail,epos,eposadres"),
    (Target::Address, "address,streetaddress,adres,physicaladdress,location"),
    (Target::Trade, "trade,category,type,profession,specialty,services,service,bedryf,ambag,role"),
    (Target::Starts, "starts,start,startdate,from,purchasedate,begins,dateofpurchase,date"),
    (Target::Months, "months,duration,durationmonths,term,period,maande,warrantymonths"),
    (Target::Provider, "provider,by,vendor,supplier,company,manufacturer,maker,givenby"),
    (Target::Number, "number,warrantynumber,policynumber,reference,nommer,ref"),
    (Target::Place, "place,type,kind,sort,tipe"),
];

/// What names a contact.
const CONTACT_NAMES: &str = "name,company,firm,business,contractor,supplier,vendor,contact,contactname,naam,maatskappy";
/// What names a zone.
const ZONE_NAMES: &str = "name,zone,room,location,locationname,space,place,naam,kamer,plek";
